"""face-api's expression network in PyTorch, read from the npm package @vladmandic/face-api (MIT): a teacher.

Its 256 pooled features hold an expression's geometry better than our labels do; see LOG.md.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

NAME = "face_expression_model"
MEAN = torch.tensor([122.782, 117.001, 104.298]).view(1, 3, 1, 1)


def read_weights(folder) -> dict:
    """name → float32 array, from the package's quantised manifest."""
    folder = Path(folder)
    groups = json.loads((folder / f"{NAME}-weights_manifest.json").read_text())
    blob = (folder / f"{NAME}.bin").read_bytes()
    weights, offset = {}, 0
    for entry in (entry for group in groups for entry in group["weights"]):
        count, quantised = int(np.prod(entry["shape"])), entry.get("quantization")
        kind = np.dtype(quantised["dtype"] if quantised else entry["dtype"])
        values = np.frombuffer(blob, kind, count, offset).astype(np.float32)
        offset += count * kind.itemsize
        if quantised:
            values = values * quantised["scale"] + quantised["min"]
        weights[entry["name"]] = values.reshape(entry["shape"])
    return weights


def same_conv(x, kernel, stride=1, groups=1):
    """TensorFlow's 'same': what is left over is padded right and below."""
    if kernel.shape[-1] == 1:
        return F.conv2d(x, kernel)
    return F.conv2d(F.pad(x, (0, 1, 0, 1) if stride == 2 else (1, 1, 1, 1)), kernel, stride=stride, groups=groups)


class Teacher:
    """(B, 3, 112, 112) RGB 0…255 → 256 features and 7 logits: neutral, happy, sad, angry, fearful, disgusted, surprised."""

    def __init__(self, folder):
        read = read_weights(folder)
        self.w = {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in read.items()}
        for name, value in self.w.items():
            if value.dim() == 4:
                self.w[name] = value.permute(3, 2, 0, 1).contiguous()
            if name.endswith("depthwise_filter"):
                self.w[name] = value.permute(2, 3, 0, 1).contiguous()

    def _conv(self, x, name, stride):
        if f"{name}/filters" in self.w:
            return same_conv(x, self.w[f"{name}/filters"], stride) + self.w[f"{name}/bias"].view(1, -1, 1, 1)
        x = same_conv(x, self.w[f"{name}/depthwise_filter"], stride, groups=x.shape[1])
        return F.conv2d(x, self.w[f"{name}/pointwise_filter"], self.w[f"{name}/bias"])

    def _dense(self, x, name):
        total = F.relu(self._conv(x, f"{name}/conv0", 2))
        out = total
        for layer in ("conv1", "conv2", "conv3"):
            out = self._conv(out, f"{name}/{layer}", 1)
            total = total + out
            out = F.relu(total)
        return out

    def __call__(self, pixels):
        x = (pixels - MEAN) / 255
        for block in range(4):
            x = self._dense(x, f"dense{block}")
        features = F.avg_pool2d(x, 7, 2).flatten(1)
        return features, features @ self.w["fc/weights"] + self.w["fc/bias"]
