"""Named expressions as means in the embedding space → models/prototypes.json.

    python3 training/prototypes.py runs/student.pt --data ../shared/data

The mean of unit vectors is shorter than 1, the more so the less the faces agree. It is kept so: the expected squared
distance of a query q to a prototype's faces is 2 − 2 q·mean, so no prototype wins by being an average.
"""
import argparse
import json
from pathlib import Path

import numpy as np

from data import CLASSES, Faces
from evaluate import embed, votes_of
from expressions import EXPRESSIONS, Expression
from net import load

ROOT = Path(__file__).resolve().parent.parent
FACES_EACH = 40  # of the grey pictures, and as many of the coloured
LABELLED_EACH = 600  # of an expression that is a label and nothing else
FEWEST = 120  # a label's faces are taken down to lesser agreement until there are this many to choose from
FRONTAL = 0.22  # nose off the eyes' middle, in eye distances: beyond it one side of the face hides and looks closed


class PrototypeError(RuntimeError):
    """An expression has too few faces to be a prototype."""

    code = "too-few-faces"


def both_sides(shapes: dict) -> dict:
    """Adds to the 52 blendshapes those without a side, and the asymmetries that a wink or a smirk is made of."""
    more = dict(shapes)
    for name in shapes:
        if name.endswith("Left") and f"{name[:-4]}Right" in shapes:
            more[name[:-4]] = (shapes[name] + shapes[f"{name[:-4]}Right"]) / 2
    more["winkAsymmetry"] = abs(shapes["eyeBlinkLeft"] - shapes["eyeBlinkRight"])
    more["eyeAsymmetry"] = more["winkAsymmetry"]
    more["smileAsymmetry"] = abs(shapes["mouthSmileLeft"] - shapes["mouthSmileRight"])
    more["browAsymmetry"] = abs(shapes["browOuterUpLeft"] - shapes["browOuterUpRight"])
    more["sideLook"] = np.maximum(shapes["eyeLookOutLeft"] + shapes["eyeLookInRight"],
                                  shapes["eyeLookOutRight"] + shapes["eyeLookInLeft"])
    # "mouthLeft" and "mouthRight" are whole shapes, "jawLeft" too: their mean is no shape
    for name in ("mouth", "jaw"):
        more.pop(name, None)
    return more


def ranks(values):
    """0…1 by rank: a blendshape that rarely moves speaks as loud as one that often does."""
    return np.argsort(np.argsort(values, kind="stable"), kind="stable") / max(1, len(values) - 1)


def scores(expression: Expression, shapes: dict, ranked: dict) -> np.ndarray:
    """How well each face fits: blendshapes by rank; of opposed sides (a wink) the rank of their difference."""
    weights = expression.weights
    opposed = [name for name, weight in weights.items() if weight < 0 and other_side(name) in weights]
    total = np.zeros(len(next(iter(shapes.values()))))
    for name, weight in weights.items():
        if name in opposed or other_side(name) in opposed:
            continue
        total += weight * ranked[name]
    for name in opposed:
        other = other_side(name)
        total += 3 * ranks(shapes[other] - shapes[name])
    return total


def other_side(name):
    if name.endswith("Left"):
        return f"{name[:-4]}Right"
    return f"{name[:-5]}Left" if name.endswith("Right") else ""


def is_one_sided(expression: Expression) -> bool:
    return any(name.endswith(("Asymmetry", "Left", "Right")) for name in expression.weights)


def frontal(keypoints) -> np.ndarray:
    """Which faces (n, 4, 2) look straight at the camera, told by where the nose is between the eyes."""
    right, left, nose = keypoints[:, 0], keypoints[:, 1], keypoints[:, 2]
    axis = left - right
    along = ((nose - (right + left) / 2) * axis).sum(1) / np.maximum((axis ** 2).sum(1), 1e-9)
    return abs(along) < FRONTAL


def labelled(faces: Faces, rows) -> np.ndarray:
    """(n, 8) how much each face has each label: FER+ votes where people voted, else the set's own label."""
    shares = votes_of(faces, rows)
    single = (shares.sum(1) == 0) & (faces.label[rows] >= 0)
    shares[single, faces.label[rows][single]] = 1
    return shares


def choose(expression, shares, has_shapes, straight, score):
    """Positions of the faces that wear it best. `score` is None for an expression that is a label and nothing else."""
    fits = straight.copy() if is_one_sided(expression) else np.ones(len(shares), bool)
    share = shares[:, CLASSES.index(expression.label)] if expression.label else None
    if share is not None:
        floor = 0.7 if (share >= 0.7).sum() > FEWEST else np.sort(share)[-min(FEWEST, len(share))]
        fits &= share >= max(floor, 0.3)
    if score is None:
        found = np.flatnonzero(fits)
        return found[np.argsort(-share[found], kind="stable")][:LABELLED_EACH]
    score = np.where(fits[has_shapes], score, -np.inf)
    best = np.argsort(-score, kind="stable")[:FACES_EACH]
    return has_shapes[best[np.isfinite(score[best])]]


def choose_all(faces: Faces, rows, blendshapes) -> list:
    """For each of EXPRESSIONS the positions in `rows` of the faces that wear it best."""
    has_shapes = np.flatnonzero(~np.isnan(blendshapes[:, 0]))
    shapes = both_sides(dict(zip(faces.blendshape_names(), blendshapes[has_shapes].T)))
    ranked = {name: ranks(values) for name, values in shapes.items()}
    shares, straight = labelled(faces, rows), frontal(faces.keypoints[rows])
    chosen = []
    for expression in EXPRESSIONS:
        score = scores(expression, shapes, ranked) if expression.weights else None
        chosen.append(choose(expression, shares, has_shapes, straight, score))
    return chosen


def compute(faces: Faces, rows, vectors, blendshapes) -> list:
    """The prototypes of all EXPRESSIONS, from `vectors` (n, 64) and `blendshapes` (n, 52, NaN: none) of `rows`.

    Half of each comes from the small grey pictures and half from the coloured: blendshapes lean another way on each,
    and a prototype of one kind alone would be near to all its kind ("bored" to all grey neutral faces, it was).
    """
    grey = faces.source[rows] == "fer"
    halves = []
    for kind in (np.flatnonzero(grey), np.flatnonzero(~grey)):
        halves.append([kind[found] for found in choose_all(faces, rows[kind], blendshapes[kind])])
    made = []
    for expression, *both in zip(EXPRESSIONS, *halves):
        chosen = np.concatenate(both)
        if len(chosen) < 20:
            raise PrototypeError(f"only {len(chosen)} faces wear “{expression.name}”")
        entry = {"name": expression.name, "words": list(expression.words)}
        if expression.stand_in:
            entry["standIn"] = expression.stand_in
        mean = vectors[chosen].mean(0)
        made.append({**entry, "mean": [round(float(value), 5) for value in mean], "count": len(chosen)})
    return made


def calibrated(prototypes, vectors, votes) -> float:
    """The softmax temperature under which the names' labels agree best with what people voted (cross-entropy)."""
    means = np.array([entry["mean"] for entry in prototypes])
    classes = np.array([CLASSES.index(e.label) if e.label else -1 for e in EXPRESSIONS])
    squared = 2 - 2 * vectors @ means[classes >= 0].T
    member = np.eye(len(CLASSES))[classes[classes >= 0]]

    def cost(temperature):
        weights = np.exp((squared.min(1, keepdims=True) - squared) / temperature)
        chance = weights / weights.sum(1, keepdims=True) @ member
        return -(votes * np.log(chance + 1e-6)).sum(1).mean()

    return float(min(np.geomspace(0.01, 1, 41), key=cost))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--models", default=ROOT / "models", type=Path)
    options = parser.parse_args()
    from teachers import all_blendshapes

    faces = Faces(options.data)
    rows = faces.rows(split="train")
    blendshapes = all_blendshapes(faces, rows)
    keep = ~np.isnan(blendshapes[:, 0]) | (faces.source[rows] == "fer")
    rows, blendshapes = rows[keep], blendshapes[keep]
    net = load(options.weights)
    prototypes = compute(faces, rows, embed(net, faces.crops(rows)), blendshapes)
    held_out = faces.rows(split="valid", source="fer")
    votes = votes_of(faces, held_out)
    temperature = calibrated(prototypes, embed(net, faces.crops(held_out)), votes)
    version = json.loads((options.models / "embedder/meta.json").read_text())["version"]
    write(options.models / "prototypes.json", version, temperature, prototypes)
    print(f"{len(prototypes)} prototypes of {version}, temperature {temperature:.3f}")


def write(path: Path, version, temperature, prototypes):
    lines = ",\n  ".join(json.dumps(entry, separators=(",", ":"), ensure_ascii=False) for entry in prototypes)
    head = f'{{"model": {json.dumps(version)}, "temperature": {temperature:.4f}, "prototypes": [\n  '
    path.write_text(f"{head}{lines}\n]}}\n")


if __name__ == "__main__":
    main()
