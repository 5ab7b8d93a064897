"""Writes tests/unit/embedder.crops.json: what the Python crop makes of drawn pictures, for the test of the aligner.

    python3 training/fixtures.py
"""
import json
from pathlib import Path

import numpy as np

from crop import align

OUT = Path(__file__).resolve().parent.parent / "tests/unit/embedder.crops.json"
STEP = 7  # every 7th pixel each way: enough to see any shift, small enough to read
# picture width and height, then right eye, left eye, nose tip, mouth centre
CASES = (
    (160, 140, ((60, 50), (100, 52), (80, 75), (79, 95))),  # enlarged, upright
    (300, 260, ((120, 90), (190, 130), (140, 140), (128, 170))),  # shrunk a little, tilted
    (701, 533, ((250, 180), (470, 170), (360, 300), (365, 410))),  # shrunk threefold: blocks are averaged first
    (90, 90, ((5, 20), (50, 12), (28, 40), (30, 60))),  # at the picture's edge: grey outside
)


def picture(width, height):
    """The same pattern as in tests/unit/embedder.crop.test.ts."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    channels = [x * 3 + y, x + y * 2 + x * y // 64, x * x // 16 + y * 5]
    return (np.stack(channels, 2) & 255).astype(np.uint8)


def main():
    cases = []
    for width, height, keypoints in CASES:
        pixels = align(picture(width, height), np.array(keypoints, float))[::STEP, ::STEP]
        cases.append({"width": width, "height": height, "keypoints": keypoints, "pixels": pixels.ravel().tolist()})
    OUT.write_text(",\n".join(json.dumps(case, separators=(",", ":")) for case in cases).join(["[", "]\n"]))


if __name__ == "__main__":
    main()
