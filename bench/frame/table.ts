/** The figures as a person reads them: a Markdown table, ratios first. */
import type { Peer } from './contender.ts';
import type { FrameFigures, Row } from './figures.ts';

/** What a frame becomes. Only Gurn ranks memes; the others end with their description of the face. */
const DOES = {
  gurn: 'face, six keypoints, 64 numbers of expression, its names, memes ranked',
  human: 'face, mesh of 468, emotion, 1024 numbers of identity with age and gender',
  'face-landmarker': 'face, mesh of 478, 52 blendshapes',
  'face-api': 'face, 68 landmarks, seven expressions',
} as const;

const TITLES: Readonly<Record<Peer, string>> = {
  human: '@vladmandic/human',
  'face-landmarker': 'MediaPipe FaceLandmarker',
  'face-api': '@vladmandic/face-api',
};

const ms = (value: number): string => value.toFixed(1);

function line(title: string, ratio: string, { medianMs, p95Ms, found }: Row, does: string, setting: string): string {
  const cells = [title, ratio, ms(medianMs), ms(p95Ms), `${(100 * found).toFixed(0)} %`, does, setting];
  return `| ${cells.join(' | ')} |`;
}

export function tableOf(figures: FrameFigures): string {
  const { ratioToHuman, ratioToFaceLandmarker, ratioToFaceApi, peers, leftOut, stages } = figures;
  const ratios = { human: ratioToHuman, 'face-landmarker': ratioToFaceLandmarker, 'face-api': ratioToFaceApi };
  const rows = (Object.keys(TITLES) as Peer[]).map((peer) => {
    const row = peers[peer];
    if (!row) return `| ${TITLES[peer]} | left out | | | | | ${leftOut[peer]} |`;
    return line(TITLES[peer], ratios[peer]?.toFixed(2) ?? '', row, DOES[peer], row.setting);
  });
  return [
    "| | Gurn's median ÷ theirs | median, ms | p95, ms | faces found | a frame becomes | setting |",
    '|---|---|---|---|---|---|---|',
    line('**Gurn**', '', figures, DOES.gurn, figures.setting),
    ...rows,
    '',
    `| Gurn's stages | ${Object.keys(stages).join(' | ')} |`,
    `|---|${'---|'.repeat(Object.keys(stages).length)}`,
    `| median, ms | ${Object.values(stages)
      .map((stage) => ms(stage.medianMs))
      .join(' | ')} |`,
    `| p95, ms | ${Object.values(stages)
      .map((stage) => ms(stage.p95Ms))
      .join(' | ')} |`,
  ].join('\n');
}
