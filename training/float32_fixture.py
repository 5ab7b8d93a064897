"""Writes tests/unit/float32/: a small network with weights made up from a seed, in 32 bits, and what PyTorch says of the
drawn crops. It has every kind of operation that the shipped one has, so a test of it holds the graph to PyTorch.

    /usr/bin/python3 training/float32_fixture.py
"""
from pathlib import Path

import torch

from drawn import drawn_crops
from export_tfjs import build, signature, write_vectors
from net import MOBILE, Net, Shape

OUT = Path(__file__).resolve().parent.parent / "tests/unit/float32"
SMALL = Shape(trunk=MOBILE, pairs=2, size=72)


def made_up() -> Net:
    """Weights from a seed; the normalisations take their statistics from the drawn crops, which so come out far apart."""
    torch.manual_seed(7)
    net = Net(SMALL)
    for module in net.modules():
        if isinstance(module, (torch.nn.BatchNorm1d, torch.nn.BatchNorm2d)):
            module.momentum = 1
            module.weight.data.uniform_(0.5, 1.5)
            module.bias.data.uniform_(-0.3, 0.3)
    net.train()
    net.drop.eval()
    with torch.no_grad():
        net(torch.from_numpy(drawn_crops()).float().div(255).permute(0, 3, 1, 2))
    return net.eval()


def main():
    net = made_up()
    build(net, small=False).write(OUT, signature(net.shape.dims), {"version": "float32"})
    write_vectors(net, OUT / "vectors.json")


if __name__ == "__main__":
    main()
