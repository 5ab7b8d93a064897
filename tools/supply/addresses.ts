/**
 * Every remote address that may stand in the package, by the reason why it does. One that ends in an ellipsis stands for
 * all that begin so. Adding a line here is saying that nothing is loaded from there unasked.
 */
import { IMGFLIP_LIST, IMGFLIP_PICTURES } from '../../src/library/importers/imgflip.ts';
import { messengers } from '../../src/sites/messengers.ts';

const SITES = messengers.flatMap(({ origins }) => origins);

export const REASONS = {
  'asked when a person brings in the templates of imgflip': [IMGFLIP_LIST, IMGFLIP_PICTURES],
  'a pattern of sites: what a person may switch on, or let pictures be fetched from': [
    ...SITES,
    'http://*/*',
    'https://*/*',
  ],
  'an example in a field that is empty': ['https://example.org/cat.jpg'],
  'a name of an XML vocabulary, which nothing is loaded from': [
    'http://www.w3.org/1998/Math/MathML',
    'http://www.w3.org/1999/xhtml',
    'http://www.w3.org/2000/svg',
  ],
  'a remark or an error message of TensorFlow.js': [
    'http://www.apache.org/licenses/LICENSE-2.0',
    'https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API',
    'https://en.wikipedia.org/wiki/IEEE_754-1985#Representation_of_non-numbers',
    'https://github.com/tensorflow/tfjs/…',
    'https://www.shadertoy.com/view/4djSRW',
  ],
  'a remark in the JavaScript that Emscripten wrote for MediaPipe': [
    'http://en.wikipedia.org/wiki/UTF-8#Description',
    'http://kripken.github.io/emscripten-site/docs/api_reference/preamble.js.html',
    'http://pubs.opengroup.org/onlinepubs/009695399/functions/tzset.html',
    'http://server.com:4324:12',
    'http://unicode.org/faq/utf_bom.html#utf16-3',
    'http://www.w3.org/TR/2013/WD-cssom-view-20131217/',
    'https://bugzil.la/1328882',
    'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date/getTimezoneOffset',
    'https://github.com/emscripten-core/emscripten/…',
    'https://github.com/github/fetch/pull/92#issuecomment-140665932',
    'https://github.com/google/closure-compiler/…',
    'https://github.com/libsdl-org/SDL/pull/6304',
    'https://github.com/nodejs/help/issues/2136#issuecomment-523649904',
    'https://tools.ietf.org/html/rfc3629',
    'https://webkit.org/b/222758',
    'https://www.ietf.org/rfc/rfc2279.txt',
    'https://www.khronos.org/registry/webgl/specs/latest/2.0/#5.15',
  ],
  "an error message in MediaPipe's WebAssembly": [
    'http://go/lsc_proto3_utf8',
    'http://goto/weakfields',
    'https://github.com/opencv/opencv/issues/16739',
    'https://www.tensorflow.org/lite/guide/…',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
