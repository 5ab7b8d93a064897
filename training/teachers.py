"""What other networks say of the faces, for the student to learn from: MediaPipe's blendshapes, face-api's features.

    python3 training/teachers.py --data ../shared/data              # writes the list of faces that lack blendshapes
    node training/blendshapes.mjs ../shared/data                    # computes them, in Chromium; resumes
    python3 training/teachers.py --data ../shared/data --features   # face-api's 256 features and 7 logits
"""
import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import EVALUATION, Faces
from faceapi import Teacher

ROWS, SHAPES, FEATURES = "blendshapes.rows.txt", "blendshapes.part.f32", "faceapi.npy"
PACKAGE = Path(__file__).resolve().parent.parent / "node_modules/@vladmandic/face-api/model"
VIEW = 100  # of the crop's 112 px: what face-api reads best (LOG.md)


def all_blendshapes(faces: Faces, rows) -> np.ndarray:
    """(n, 52) blendshapes: those of the data set, and those that blendshapes.mjs has computed; NaN where neither has."""
    listed, stored = faces.cache / ROWS, faces.cache / SHAPES
    everything = faces.blendshapes(np.arange(len(faces.ids)))
    if listed.is_file() and stored.is_file():
        computed = np.fromfile(stored, np.float32)
        computed = computed[:len(computed) // 52 * 52].reshape(-1, 52)
        places = np.loadtxt(listed, int)[:len(computed)]
        missing = np.isnan(everything[places, 0])
        everything[places[missing]] = computed[missing]
    return everything[rows]


def list_missing(faces: Faces, seed=1):
    """The training faces without blendshapes, in random order: a run that is cut short leaves a fair sample."""
    missing = np.flatnonzero((faces.target_row < 0) & ~np.isin(faces.split, EVALUATION))
    missing = np.random.default_rng(seed).permutation(missing)
    faces.cache.mkdir(parents=True, exist_ok=True)
    (faces.cache / ROWS).write_text("\n".join(map(str, missing)) + "\n")
    print(f"{len(missing)} faces lack blendshapes; now run: node training/blendshapes.mjs DATA")


def features(faces: Faces, rows, batch=128) -> np.ndarray:
    """(n, 263) face-api's features and logits of the crops' centre."""
    teacher, edge, found = Teacher(PACKAGE), (112 - VIEW) // 2, []
    with torch.no_grad():
        for start in range(0, len(rows), batch):
            crops = faces.crops(rows[start:start + batch])[:, edge:edge + VIEW, edge:edge + VIEW]
            pixels = torch.from_numpy(crops).permute(0, 3, 1, 2).float()
            found.append(torch.cat(teacher(F.interpolate(pixels, size=(112, 112), mode="bilinear")), 1).numpy())
            if start % (50 * batch) == 0:
                print(f"{start} of {len(rows)}", flush=True)
    return np.concatenate(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--features", action="store_true")
    options = parser.parse_args()
    faces = Faces(options.data)
    if options.features:
        np.save(faces.cache / FEATURES, features(faces, np.arange(len(faces.ids))).astype(np.float16))
    else:
        list_missing(faces)


if __name__ == "__main__":
    main()
