"""face-api's 256 expression features, in PyTorch: a teacher that was trained on other pictures than ours.

Weights and architecture: the npm package @vladmandic/face-api (MIT), face_expression_model and its
FaceFeatureExtractor; four dense blocks of separable convolutions, each halving the picture, then the mean.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from net import CROP

MODEL = Path(__file__).resolve().parent.parent / "node_modules/@vladmandic/face-api/model"
MEAN_RGB = (122.782, 117.001, 104.298)  # what its authors take off each channel, of 255
CENTRE = 96  # pixels of our crop's 112 that it reads best (LOG.md)


class FaceApi:
    """(B, 112, 112, 3) uint8 crops → (B, 256) features. @raises FileNotFoundError before `npm ci`."""

    def __init__(self, folder=MODEL):
        self.weights = read_weights(Path(folder), "face_expression_model")

    def __call__(self, crops: np.ndarray) -> np.ndarray:
        edge = (CROP - CENTRE) // 2
        x = torch.from_numpy(crops[:, edge:edge + CENTRE, edge:edge + CENTRE]).permute(0, 3, 1, 2).float()
        x = F.interpolate(x, size=(CROP, CROP), mode="bilinear", align_corners=False)
        x = (x - torch.tensor(MEAN_RGB).view(1, 3, 1, 1)) / 255
        with torch.no_grad():
            for block in range(4):
                x = self._block(f"dense{block}", x)
        return x.mean((2, 3)).numpy()

    def _block(self, name, x):
        """Four convolutions; each but the first sees the sum of what all before it gave."""
        total = F.relu(self._conv(f"{name}/conv0", x, stride=2))
        for index in range(1, 4):
            total = total + self._conv(f"{name}/conv{index}", F.relu(total), stride=1)
        return F.relu(total)

    def _conv(self, name, x, stride):
        # TensorFlow's "same": an even picture that is halved is padded after its end alone.
        x = F.pad(x, (0, 1, 0, 1) if stride == 2 else (1, 1, 1, 1))
        bias = self.weights[f"{name}/bias"]
        if f"{name}/filters" in self.weights:
            return F.conv2d(x, self.weights[f"{name}/filters"].permute(3, 2, 0, 1), bias, stride)
        depthwise = self.weights[f"{name}/depthwise_filter"].permute(2, 3, 0, 1)
        x = F.conv2d(x, depthwise, None, stride, groups=len(depthwise))
        return F.conv2d(x, self.weights[f"{name}/pointwise_filter"].permute(3, 2, 0, 1), bias)


def read_weights(folder, name) -> dict:
    """A tfjs weights file of floats, some of them in bytes with a scale, as tensors by name."""
    manifest = json.loads((folder / f"{name}-weights_manifest.json").read_text())
    entries = manifest[0]["weights"]
    blob, at, found = (folder / f"{name}.bin").read_bytes(), 0, {}
    for entry in entries:
        count, packed = int(np.prod(entry["shape"])), entry.get("quantization")
        if packed:
            values = np.frombuffer(blob, np.uint8, count, at) * packed["scale"] + packed["min"]
        else:
            values = np.frombuffer(blob, "<f4", count, at)
        at += count * (1 if packed else 4)
        found[entry["name"]] = torch.from_numpy(values.astype(np.float32)).view(entry["shape"])
    return found


def features_of(faces, rows, batch=64) -> np.ndarray:
    """(n, 256) float32 of unit length around their mean, from the cache if they have been computed before."""
    path = faces.cache / "faceapi.npy"
    if not path.is_file():
        read, found = FaceApi(), np.zeros((len(faces.ids), 256), np.float16)
        for start in range(0, len(rows), batch):
            part = rows[start:start + batch]
            # The root evens out the few features that are large.
            found[part] = np.sqrt(read(faces.crops(part)))
            if start % (100 * batch) == 0:
                print(f"face-api's features: {start} of {len(rows)}", flush=True)
        np.save(path, found)
    found = np.load(path, mmap_mode="r")[rows].astype(np.float32)
    found -= found.mean(0)
    return found / np.linalg.norm(found, axis=1, keepdims=True)
