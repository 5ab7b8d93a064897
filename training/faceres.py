"""Begins a network of ours with one that has seen millions of faces.

    python3 training/faceres.py --data ../shared/data --out training/runs/faceres.pt   # then: train.py --init …

Weights: `faceres` of the npm package @vladmandic/human (MIT), which names github.com/HSE-asavchenko/HSE_FaceRec_tf as
their origin: MobileNet v1, trained to tell the people of VGGFace2 apart. It knows faces better than 60,000 pictures can
teach, but looks at the person, not at the expression: that is what train.py teaches it. It becomes the best teacher, and
without its last pair the student that ships: models/embedder/CARD.md says what that means for its terms.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from data import Faces
from ensemble import pooled_features
from net import MOBILE, Net, Shape, save

MODEL = Path(__file__).resolve().parent.parent / "node_modules/@vladmandic/human/models"
MEAN_BGR = (103.939, 116.779, 123.68)  # what its authors take off each channel, of 255
VIEW, SIZE = 100, 160  # where its features, untrained for it, told expressions best (LOG.md)
CALIBRATION = 256  # faces whose statistics the batch normalisations begin with
DTYPES = {"float16": "<f2", "int32": "<i4"}


def read_weights(folder=MODEL) -> dict:
    """The graph's constants by name. @raises FileNotFoundError before `npm ci`."""
    manifest = json.loads((Path(folder) / "faceres.json").read_text())["weightsManifest"]
    blob, at, found = (Path(folder) / "faceres.bin").read_bytes(), 0, {}
    for entry in (entry for group in manifest for entry in group["weights"]):
        kind = DTYPES.get(entry.get("quantization", entry)["dtype"], "<f4")
        values = np.frombuffer(blob, kind, int(np.prod(entry["shape"])), at)
        at += values.nbytes
        found[entry["name"]] = torch.from_numpy(values.astype(np.float32)).view(entry["shape"])
    return found


def parts_of(weights) -> list:
    """(kernel, scale, shift) of each unit of `mobile_trunk`, in order: y = scale · conv(x, kernel) + shift."""
    def pointwise(name):
        kernel = weights[f"{name}/convolution/merged_input"].permute(3, 2, 0, 1)
        return kernel, torch.ones(len(kernel)), weights[f"{name}_bn/batchnorm_1/sub"]

    def depthwise(name):
        kernel = weights[f"{name}/depthwise_kernel"].permute(2, 3, 0, 1)
        return kernel, weights[f"{name}_bn/batchnorm_1/mul"], weights[f"{name}_bn/batchnorm_1/sub"]

    kernel, scale, shift = pointwise("conv1")
    # Its first convolution wants blue, green, red of 0…255 less a mean; `Net.see` gives red, green, blue of −2…2.
    shift = shift + (kernel * (127.5 - torch.tensor(MEAN_BGR).view(1, 3, 1, 1))).sum((1, 2, 3))
    parts = [(kernel.flip(1) * 255 / 4, scale, shift)]
    for index in range(1, 14):
        parts += [depthwise(f"conv_dw_{index}"), pointwise(f"conv_pw_{index}")]
    return parts


def fill(trunk, parts, x):
    """Gives `trunk` the weights of `parts` and returns its answer to `x` (B, 3, H, W).

    What it computes is unchanged, but for its edges: the statistics of `x` go into each batch normalisation, and its
    weight and bias undo them, so that training begins with both.
    """
    with torch.no_grad():
        for unit, (kernel, scale, shift) in zip(trunk, parts):
            unit.conv.weight.copy_(kernel)
            seen = unit.conv(torch.nn.functional.pad(x, unit.pad))
            mean, variance = seen.mean((0, 2, 3)), seen.var((0, 2, 3))
            unit.bn.running_mean.copy_(mean)
            unit.bn.running_var.copy_(variance)
            unit.bn.weight.copy_(scale * (variance + unit.bn.eps).sqrt())
            unit.bn.bias.copy_(shift + scale * mean)
            x = unit.eval()(x)
    return x


def knows_people(faces, seed=1) -> Net:
    """A network whose trunk is `faceres`, and whose projection has learned nothing yet."""
    torch.manual_seed(seed)
    net = Net(Shape(trunk=MOBILE, view=VIEW, size=SIZE))
    rows = faces.rows(split="train", sample=CALIBRATION, seed=seed)
    crops = torch.from_numpy(np.array(faces.crops(rows))).permute(0, 3, 1, 2).float() / 255
    fill(net.f, parts_of(read_weights()), net.see(crops))
    return net.eval()


def people_of(faces, rows) -> np.ndarray:
    """(n, 1024) float32 of unit length around their mean: near where two faces could be one person's."""
    found = np.sqrt(pooled_features(knows_people(faces), faces, rows, name="faceres")[rows])
    found -= found.mean(0)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="training/runs/faceres.pt", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    net = knows_people(Faces(options.data), options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save(net, options.out)
    print(f"{options.out}: MobileNet v1 that knows people; train.py --init teaches it expressions")


if __name__ == "__main__":
    main()
