"""Trained weights → models/embedder: the graph model, its meta.json and the vectors its parity test compares with.

    python3 training/export_tfjs.py runs/student.pt --name gurn-1 --data ../shared/data
"""
import argparse
import hashlib
import json
from datetime import date
from pathlib import Path

import numpy as np
import torch

from data import Faces
from drawn import drawn_crops
from evaluate import embed
from graph import Graph, _shape
from net import CROP, MOBILE, Net, load
from quantise import folded, as_shipped

ROOT = Path(__file__).resolve().parent.parent


def build(net: Net, small=True) -> Graph:
    """The graph of `net`: input `crop` [B, 112, 112, 3] in [0, 1], output `embedding` [B, 64] of unit length.

    Raises ValueError for a residual network, which teaches and does not ship.
    """
    graph, shape = Graph(small), net.shape
    if shape.trunk != MOBILE:
        raise ValueError("a residual network cannot be exported: teach a mobile one with it (train.py --teachers)")
    edge = (CROP - shape.view) // 2
    x = graph.placeholder("crop", [-1, CROP, CROP, 3])
    if edge:
        x = graph.slice("view", x, [0, edge, edge, 0], [-1, shape.view, shape.view, 3])
    if shape.view != shape.size:
        x = graph.resize("resize", x, shape.size)
    x = graph.binary("centre", "Sub", x, graph.const("half", np.array(0.5, np.float32)))
    x = graph.binary("scale", "Mul", x, graph.const("four", np.array(4, np.float32)))
    x = add_units(graph, x, net.f)
    x = graph.reduce("pool", "Mean", x, [1, 2], keep=False)
    matrix, bias = folded(net.emb, net.bn)
    x = graph.matmul("project", x, graph.const("project/matrix", np.ascontiguousarray(matrix.T)))
    x = graph.binary("shift", "AddV2", x, graph.const("shift/bias", bias))
    square = graph.reduce("length", "Sum", graph.binary("square", "Mul", x, x), [1], keep=True)
    floor = graph.const("floor", np.array(1e-7, np.float32))
    length = graph.unary("rsqrt", "Rsqrt", graph.binary("positive", "AddV2", square, floor))
    graph.binary("embedding", "Mul", x, length)
    return graph


def add_units(graph, x, trunk):
    for index, unit in enumerate(trunk):
        add = graph.conv if unit.conv.groups == 1 else graph.depthwise
        x = add(f"unit{index}", x, *folded(unit.conv, unit.bn), unit.conv.stride[0], "Relu6", unit.pad[:2])
    return x


def signature(dims):
    def tensor(name, *sizes):
        return {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": _shape(sizes)["shape"]}

    crop, embedding = tensor("crop", -1, CROP, CROP, 3), tensor("embedding", -1, dims)
    return {"inputs": {"crop": crop}, "outputs": {"embedding": embedding}}


def version_of(name: str, net: Net) -> str:
    """name-date-hash: two exports have the same version only if their weights are the same."""
    digest = hashlib.sha256()
    for key, value in sorted(net.state_dict().items()):
        digest.update(key.encode())
        digest.update(value.numpy().tobytes())
    return f"{name}-{date.today().isoformat()}-{digest.hexdigest()[:8]}"


def distance_quantiles(vectors: np.ndarray, pairs=200_000, seed=1) -> list:
    """Percentiles 0…100 of the Euclidean distance between two different faces drawn at random."""
    rng = np.random.default_rng(seed)
    a = rng.integers(0, len(vectors), pairs)
    b = (a + rng.integers(1, len(vectors), pairs)) % len(vectors)
    distances = np.linalg.norm(vectors[a] - vectors[b], axis=1)
    return [round(float(value), 5) for value in np.quantile(distances, np.linspace(0, 1, 101))]


def write_vectors(net: Net, path: Path):
    """What PyTorch says of the drawn crops, for the parity test."""
    crops = drawn_crops()
    batch = torch.from_numpy(crops.astype(np.float32) / 255).permute(0, 3, 1, 2)
    with torch.no_grad():
        vectors = net(batch)[2]
    rounded = [[round(value, 6) for value in row] for row in vectors.tolist()]
    path.write_text(json.dumps(rounded, indent=None).replace("], [", "],\n [") + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("--name", default="gurn")
    parser.add_argument("--data", default="../shared/data", help="for the distances between random training faces")
    parser.add_argument("--out", default=ROOT / "models/embedder", type=Path)
    parser.add_argument("--float32", action="store_true", help="weights in 32 bits, to check the graph itself")
    options = parser.parse_args()
    net = load(options.weights) if options.float32 else as_shipped(load(options.weights))
    version = version_of(options.name, net)
    build(net, small=not options.float32).write(options.out, signature(net.shape.dims), {"version": version})
    faces = Faces(options.data)
    rows = faces.rows(split="train", sample=6000, seed=1)
    meta = {
        "version": version, "input": [CROP, CROP, 3], "dims": net.shape.dims,
        "parameters": sum(p.numel() for key, p in net.named_parameters() if not key.startswith("h.")),
        "distanceQuantiles": distance_quantiles(embed(net, faces.crops(rows))),
    }
    (options.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n")
    write_vectors(net, ROOT / "tests/unit/embedder.vectors.json")
    size = sum(file.stat().st_size for file in options.out.glob("*") if file.suffix in (".bin", ".json"))
    print(f"{version}: {meta['parameters']:,} parameters, {size:,} bytes in {options.out}")


if __name__ == "__main__":
    main()
