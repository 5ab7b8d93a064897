"""MediaPipe's blendshapes of the faces that come without: a teacher that keeps an expression's geometry.

    python3 training/teachers.py --data ../shared/data     # writes the list of faces that lack blendshapes
    node training/blendshapes.mjs ../shared/data           # computes them, in Chromium; resumes where it stopped
"""
import argparse

import numpy as np

from data import EVALUATION, Faces

ROWS, SHAPES = "blendshapes.rows.txt", "blendshapes.part.f32"


def all_blendshapes(faces: Faces, rows) -> np.ndarray:
    """(n, 52) blendshapes: the data set's own and those blendshapes.mjs has computed; NaN where neither has."""
    listed, stored = faces.cache / ROWS, faces.cache / SHAPES
    everything = faces.blendshapes(np.arange(len(faces.ids)))
    if listed.is_file() and stored.is_file():
        computed = np.fromfile(stored, np.float32)
        computed = computed[:len(computed) // 52 * 52].reshape(-1, 52)
        places = np.loadtxt(listed, int, ndmin=1)[:len(computed)]
        missing = np.isnan(everything[places, 0])
        everything[places[missing]] = computed[missing]
    return everything[rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    faces = Faces(parser.parse_args().data)
    missing = np.flatnonzero((faces.target_row < 0) & ~np.isin(faces.split, EVALUATION))
    # in random order: a run that is cut short leaves a fair sample
    missing = np.random.default_rng(1).permutation(missing)
    faces.cache.mkdir(parents=True, exist_ok=True)
    (faces.cache / ROWS).write_text("\n".join(map(str, missing)) + "\n")
    print(f"{len(missing)} faces lack blendshapes; now run: node training/blendshapes.mjs DATA")


if __name__ == "__main__":
    main()
