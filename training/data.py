"""The faces: their labels, their votes, and their crops, decoded once and kept in a cache beside this file.

Terms and origin of each set: README.md of the data folder. Nothing here is trained on twice: the rows that repeat an
evaluation picture (`drop_dup_of_eval`), the evaluation splits and the laboratory's people are told apart by `split`.
"""
import csv
import gzip
import io
import re
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from crop import SIZE, align

CACHE = Path(__file__).resolve().parent / ".cache"
CLASSES = ("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt")
LABELS = {"neutral": 0, "happy": 1, "surprise": 2, "surprised": 2, "sad": 3, "angry": 4,
          "disgust": 5, "disgusted": 5, "fear": 6, "fearful": 6}
VOTES = (*CLASSES, "unknown", "NF")
EVALUATION = ("valid", "test", "drop_dup_of_eval", "laboratory")
# One laboratory's sittings in `maxq` (SITTING_NUMBER.jpg): who is who is known there, so they measure, and never train.
LABORATORY = re.compile(r"/\d+_\d+\.jpg$")


class DataError(RuntimeError):
    """The data folder lacks something; the message says what and where it was looked for."""

    code = "data-missing"


class Faces:
    """The index as columns (numpy arrays, one entry a face) and the crops behind it.

    `label` is a row of CLASSES or −1; `votes` (N, 10) is zero where nobody voted; `target_row` is −1 without targets.
    """

    def __init__(self, folder, cache=CACHE):
        self.folder, self.cache = Path(folder) / "faces", Path(cache)
        index = self.folder / "index.csv.gz"
        if not index.is_file():
            raise DataError(f"{index} is missing: --data must name the folder that holds faces/")
        with gzip.open(index, "rt") as lines:
            table = list(csv.DictReader(lines))
        self.ids = [row["id"] for row in table]
        self.shards = [row["shard"] for row in table]
        self.source = np.array([row["source"] for row in table])
        self.split = np.array([split_of(row) for row in table])
        self.label = np.array([LABELS.get(row["label"], -1) for row in table])
        self.votes = np.array([[float(row[name] or 0) for name in VOTES] for row in table], np.float32)
        self.target_row = np.array([int(row["target_row"]) for row in table])
        self.alpha_row = np.array([int(row["alpha_row"]) for row in table])
        columns = ("rx", "ry", "lx", "ly", "nx", "ny", "mx", "my")
        self.keypoints = np.array([[float(row[c]) for c in columns] for row in table]).reshape(-1, 4, 2)

    def rows(self, split=None, source=None, sample=None, seed=0):
        """The numbers of the faces in `split` and `source` (all if None); `sample` of them drawn without repetition."""
        keep = np.ones(len(self.ids), bool)
        if split is not None:
            keep &= self.split == split
        if source is not None:
            keep &= self.source == source
        rows = np.flatnonzero(keep)
        if sample is None or sample >= len(rows):
            return rows
        return np.sort(np.random.default_rng(seed).choice(rows, sample, replace=False))

    def crops(self, rows) -> np.ndarray:
        """(n, 112, 112, 3) uint8, mid grey where the picture has no pixel, as the aligner leaves it."""
        return self._open("crops.npy")[rows]

    def alpha(self, rows) -> np.ndarray:
        """(n, 56, 56) bool: which pixels are the picture's own."""
        return np.unpackbits(self._open("alpha.npy")[rows], axis=1)[:, :3136].reshape(-1, 56, 56).astype(bool)

    def blendshapes(self, rows) -> np.ndarray:
        """(n, 52) MediaPipe blendshapes, NaN where the face has none (yet: see teachers.py)."""
        targets = np.load(self.folder / "targets.npz")["bs"].astype(np.float32)
        found = self.target_row[rows]
        return np.where(found[:, None] >= 0, targets[found], np.nan)

    def blendshape_names(self) -> list:
        return np.load(self.folder / "targets.npz")["bs_names"].tolist()

    def _open(self, name):
        if not (self.cache / name).is_file():
            self._decode()
        return np.load(self.cache / name, mmap_mode="r")

    def _decode(self):
        print(f"decoding {len(self.ids)} faces into {self.cache} (once, two minutes) …", flush=True)
        self.cache.mkdir(parents=True, exist_ok=True)
        crops = np.lib.format.open_memmap(
            self.cache / "crops.part.npy", "w+", np.uint8, (len(self.ids), SIZE, SIZE, 3))
        alpha = np.zeros((len(self.ids), 392), np.uint8)
        stored = np.load(self.folder / "alpha56.npz")["a"]
        archives = {name: zipfile.ZipFile(self.folder / f"{name}.zip") for name in set(self.shards)}
        for row, (name, shard) in enumerate(zip(self.ids, self.shards)):
            kind = ".jpg" if self.source[row] == "fer" else ".webp"
            picture = Image.open(io.BytesIO(archives[shard].read(name + kind)))
            picture = np.asarray(picture.convert("RGB"))
            if self.source[row] == "fer":
                crops[row], alpha[row] = self._aligned(picture, self.keypoints[row])
            else:
                alpha[row] = stored[self.alpha_row[row]]
                crops[row] = on_grey(picture, alpha[row])
        crops.flush()
        np.save(self.cache / "alpha.npy", alpha)
        (self.cache / "crops.part.npy").rename(self.cache / "crops.npy")

    @staticmethod
    def _aligned(picture, keypoints):
        """FER pictures are stored as they came (48 px): the aligner's crop, and which half-size pixels are theirs."""
        white = np.full_like(picture, 255)
        inside = align(white, keypoints)[::2, ::2, 0] > 254
        return align(picture, keypoints), np.packbits(inside)


def split_of(row) -> str:
    """The split of a row of the index: its own, but "laboratory" for the people who are set aside."""
    aside = row["source"] == "maxq" and LABORATORY.search(row["orig_path"])
    return "laboratory" if aside else row["split"]


def on_grey(picture, packed_alpha):
    """A stored crop is black where it has no pixel; the aligner leaves mid grey there."""
    alpha = np.unpackbits(packed_alpha)[:3136].reshape(56, 56).astype(bool)
    alpha = alpha.repeat(2, 0).repeat(2, 1)
    return np.where(alpha[..., None], picture, 128).astype(np.uint8)
