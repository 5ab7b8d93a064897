"""Measures an embedder on pictures it was not trained on, and prints one line of JSON.

    python3 training/evaluate.py runs/student.pt --data ../shared/data --memes faces.jsonl

Of several networks it measures what they say together: their embeddings side by side, the mean of their labels.
`faces.jsonl` is what `npm run --silent embed -- ../shared/data/memes_reference/images` prints: where the product's
detector found the faces. Without it the agreement on memes is left out.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from crop import align
from data import Faces
from net import load

MARGIN = 0.1  # the most alike pair must be this much nearer than the next, or people would not agree either


def embed(net, crops: np.ndarray, batch=256) -> np.ndarray:
    """Unit embeddings (n, 64) of crops (n, 112, 112, 3) uint8."""
    vectors = []
    net.eval()
    with torch.no_grad():
        for start in range(0, len(crops), batch):
            part = torch.from_numpy(np.array(crops[start:start + batch])).float().div_(255)
            vectors.append(net(part.permute(0, 3, 1, 2))[2].numpy())
    return np.concatenate(vectors)


class Together(torch.nn.Module):
    """Several networks as one teacher, answering as one of them does: pooled features there are none (None)."""

    def __init__(self, nets):
        super().__init__()
        self.nets = torch.nn.ModuleList(nets)
        self.h = {"cls": self._labels}

    def forward(self, crop):
        _, embeddings, units = zip(*(net(crop) for net in self.nets))
        return None, torch.stack(embeddings), torch.cat(units, 1) / len(units) ** 0.5

    def _labels(self, embeddings):
        said = [net.h["cls"](one).softmax(1) for net, one in zip(self.nets, embeddings)]
        return torch.stack(said).mean(0)


def rightly_named(net, crops: np.ndarray, labels, has_contempt) -> float:
    """Share of crops (n, 112, 112, 3) that the network's head for labels names as `labels` (n,) do."""
    said = []
    with torch.no_grad():
        for start in range(0, len(crops), 256):
            part = torch.from_numpy(np.array(crops[start:start + 256])).float().div_(255)
            logits = net.h["cls"](net(part.permute(0, 3, 1, 2))[1])
            said.append(logits[:, :8 if has_contempt else 7].argmax(1).numpy())
    return float((np.concatenate(said) == labels).mean())


def jensen_shannon(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Jensen-Shannon distance (root of the divergence, base 2) of distributions in the last axis: 0…1."""
    middle = (p + q) / 2

    def entropy(x):
        return -(x * np.log2(np.maximum(x, 1e-12))).sum(-1)

    return np.sqrt(np.maximum(entropy(middle) - (entropy(p) + entropy(q)) / 2, 0))


def sides(distance, triples):
    """The three distances in each triple: (n, 3), opposite to no one in particular but in one fixed order."""
    a, b, c = triples.T
    return np.stack([distance(a, b), distance(b, c), distance(a, c)], 1)


def triplet_accuracy(vectors, judge, count, triples=60_000, margin=MARGIN, seed=5):
    """Share of triples whose most alike pair by `judge(i, j)` is also the closest pair of `vectors` (chance 1/3)."""
    picked = np.random.default_rng(seed).integers(0, count, (triples, 3))
    picked = picked[(picked[:, 0] != picked[:, 1]) & (picked[:, 1] != picked[:, 2]) & (picked[:, 0] != picked[:, 2])]
    judged = sides(judge, picked)
    ordered = np.sort(judged, 1)
    keep = ordered[:, 1] - ordered[:, 0] >= margin
    ours = sides(lambda i, j: np.linalg.norm(vectors[i] - vectors[j], axis=1), picked[keep])
    return float((ours.argmin(1) == judged[keep].argmin(1)).mean())


def precision_at(vectors, labels, k=5):
    """Mean share of a face's k nearest others that have its label."""
    squared = 2 - 2 * vectors @ vectors.T
    np.fill_diagonal(squared, np.inf)
    nearest = np.argpartition(squared, k, 1)[:, :k]
    return float((labels[nearest] == labels[:, None]).mean())


def components_for(vectors, share=0.9):
    """How many principal components hold `share` of the variance."""
    values = np.linalg.eigvalsh(np.cov(vectors.T))[::-1]
    return int(np.searchsorted(np.cumsum(values) / values.sum(), share) + 1)


def votes_of(faces: Faces, rows):
    """FER+ votes as distributions over 8 expressions; single votes are noise when a face has more than two others."""
    votes = faces.votes[rows][:, :8].copy()
    votes[votes <= 1] = 0
    return votes / np.maximum(votes.sum(1, keepdims=True), 1)


def fer_valid(faces: Faces):
    """Validation faces that people could name, and that are no copy of a picture set aside as a duplicate."""
    rows = faces.rows(split="valid", source="fer")
    votes = faces.votes[rows]
    rows = rows[(votes[:, 8:].sum(1) < 5) & (votes_of(faces, rows).sum(1) > 0)]
    aside = {faces.crops([row]).tobytes() for row in faces.rows(split="drop_dup_of_eval")}
    return np.array([row for row in rows if faces.crops([row]).tobytes() not in aside])


def meme_crops(listing, folder):
    """File name → crop of its largest face, for the pictures of `listing` (JSON lines of `npm run embed`)."""
    crops = {}
    for line in Path(listing).read_text().splitlines():
        entry = json.loads(line)
        if not entry.get("faces"):
            continue
        face = max(entry["faces"], key=lambda face: face["box"][2] * face["box"][3])
        keypoints = np.array(face["keypoints"][:4])
        name = Path(entry["file"]).name
        picture = np.asarray(Image.open(Path(folder) / name).convert("RGB"))
        crops[name] = align(picture, keypoints)
    return crops


def measure(net, data, memes=None) -> dict:
    faces, found = Faces(data), {}
    rows = fer_valid(faces)
    vectors, votes = embed(net, faces.crops(rows)), votes_of(faces, rows)
    found["fer_triplets"] = triplet_accuracy(vectors, lambda i, j: jensen_shannon(votes[i], votes[j]), len(rows))
    found["fer_right"] = rightly_named(net, faces.crops(rows), votes.argmax(1), has_contempt=True)
    found["fer_faces"] = len(rows)
    rows = faces.rows(split="test", source="effect")
    vectors = embed(net, faces.crops(rows))
    found["effect_precision_at_5"] = precision_at(vectors, faces.label[rows])
    found["effect_right"] = rightly_named(net, faces.crops(rows), faces.label[rows], has_contempt=False)
    found["components_90"] = components_for(vectors)
    if memes:
        reference = json.loads((Path(data) / "memes_reference/embeddings.json").read_text())
        crops = meme_crops(memes, Path(data) / "memes_reference/images")
        judge = np.array([entry["embedding"] for entry in reference if entry["file"] in crops])
        vectors = embed(net, np.stack([crops[entry["file"]] for entry in reference if entry["file"] in crops]))
        found["meme_triplets"] = triplet_accuracy(
            vectors, lambda i, j: np.linalg.norm(judge[i] - judge[j], axis=1), len(judge), margin=0)
        found["memes_with_face"] = len(judge)
    return {key: round(value, 4) for key, value in found.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", nargs="+")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--memes")
    options = parser.parse_args()
    nets = [load(path) for path in options.weights]
    net = nets[0] if len(nets) == 1 else Together(nets)
    print(json.dumps(measure(net, options.data, options.memes)))


if __name__ == "__main__":
    main()
