/** What the report says of how it was measured: the same in every run. */
export const HOW = `## How it is measured

- Ours looks at pictures with \`npm run embed\`'s engine: both detectors, the aligner, the network as it ships, in a real
  Chromium, on WASM. Each peer looks at the same files in a page of its own, with its own detector at a low threshold; the
  largest face counts. A face that is not found scores what chance would.
- Pictures of FER+ are 48 px, stored crops of \`effect\` and of the laboratory 112 px. They are enlarged (to 144 and 224 px)
  and stand in grey (of 288 and 320 px), since detectors look for a face that does not fill the picture; where a stored
  crop has no pixel it is grey too. How many are found stands in the last column above. Memes, clips
  and photographs are as they are.
- **FER+ triplets**: of three faces, the pair with the smallest Jensen-Shannon distance of the votes must be the closest
  pair. 60,000 triples are drawn; those count in which the next pair is at least 0.1 farther. Left out are 14 pictures that
  people could not name and 279 copies of pictures that are in the training split too (as in \`training/evaluate.py\`).
- **Agreement on memes**: the same over 100,000 triples of 137 memes, with the published vectors of the tutorial's model as the
  judge.
- **Expression against identity**: another person's same expression must be nearer than the same person's other one. The
  laboratory's people are angry, happy and sad, and "smiles" asks of the happy ones. Some sat twice, under two numbers,
  which makes the figures a little too kind. Since 2026-11-28 ours is not trained on these pictures; two networks behind
  one of its teachers were. The clips were not trained on, but show two people only, and ask of
  neutral faces alone: the other's against one's own smile or talk; their interval is over frames.
- **Robustness**: twelve close-ups of npm's sample photographs and twelve memes, the face 200 px wide. Covers, glasses and
  side light are drawn; the turn bends the picture round a cylinder, which no head is.
- Whether the peers were trained on some of these sets is not known; all of them are public.
`;
