"""The embedder: an aligned 112 px crop → 64 numbers of unit length. Only conv, ReLU, add, mean, matmul and one resize.

The crop's centre, its resizing and its normalisation belong to the network, so that whoever runs it needs to know
nothing but the crop.
"""
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn

from mobile import PAIRS, mobile_trunk, mobile_width

CROP = 112
DIMS = 64
RESIDUAL, MOBILE = "residual", "mobile"


@dataclass(frozen=True)
class Shape:
    """What a network is made of. `view` pixels of the crop's centre are seen at `size` pixels.

    `channels` and `blocks` are of the residual trunk, `pairs` of the mobile one.
    """

    trunk: str = RESIDUAL
    view: int = 100
    size: int = 64
    channels: tuple = (32, 64, 128, 256)
    blocks: tuple = (1, 2, 2, 1)
    pairs: int = len(PAIRS)
    dims: int = DIMS
    heads: tuple = (("cls", 8), ("bs", 43))
    drop: float = 0.2


def conv_bn(cin, cout, kernel=3, stride=1, act=True):
    layers = [nn.Conv2d(cin, cout, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(cout)]
    return nn.Sequential(*layers, *([nn.ReLU(inplace=True)] if act else []))


class Block(nn.Module):
    """A residual block; where it halves the picture, the shortcut averages first, so that no pixel is dropped."""

    def __init__(self, cin, cout, stride):
        super().__init__()
        self.a = conv_bn(cin, cout, 3, stride)
        self.b = conv_bn(cout, cout, act=False)
        same = cin == cout and stride == 1
        pool = [nn.AvgPool2d(2)] if stride > 1 else []
        self.d = None if same else nn.Sequential(*pool, nn.Conv2d(cin, cout, 1, bias=False), nn.BatchNorm2d(cout))

    def forward(self, x):
        return F.relu(self.b(self.a(x)) + (x if self.d is None else self.d(x)))


def residual_trunk(shape):
    """(B, 3, H, W) → (B, channels[-1], H / 32, W / 32)."""
    layers, cin = [conv_bn(3, shape.channels[0], 5, 2)], shape.channels[0]
    for cout, count in zip(shape.channels, shape.blocks):
        for i in range(count):
            layers.append(Block(cin, cout, 2 if i == 0 else 1))
            cin = cout
    return nn.Sequential(*layers)


class Net(nn.Module):
    """(B, 3, 112, 112) RGB in [0, 1] → pooled features (B, C), embedding (B, 64), unit embedding (B, 64)."""

    def __init__(self, shape: Shape = Shape()):
        super().__init__()
        self.shape = shape
        self.f = mobile_trunk(shape.pairs) if shape.trunk == MOBILE else residual_trunk(shape)
        width = mobile_width(shape.pairs) if shape.trunk == MOBILE else shape.channels[-1]
        self.emb = nn.Linear(width, shape.dims, bias=False)
        self.bn = nn.BatchNorm1d(shape.dims)
        self.drop = nn.Dropout(shape.drop)
        self.h = nn.ModuleDict({name: nn.Linear(shape.dims, out) for name, out in shape.heads})

    def see(self, crop):
        """The network's own view of the crop: its centre, `size` pixels wide, around zero."""
        edge = (CROP - self.shape.view) // 2
        centre = crop[:, :, edge:edge + self.shape.view, edge:edge + self.shape.view]
        small = F.interpolate(centre, size=(self.shape.size,) * 2, mode="bilinear", align_corners=False)
        return (small - 0.5) * 4

    def project(self, pooled):
        """Pooled features (B, C) → embedding (B, 64), unit embedding (B, 64)."""
        embedding = self.bn(self.emb(self.drop(pooled)))
        return embedding, F.normalize(embedding)

    def forward(self, crop):
        pooled = self.f(self.see(crop)).mean((2, 3))
        return pooled, *self.project(pooled)


def save(net: Net, path, **more):
    """Weights and shape in one file; `more` (figures, version) travels along."""
    torch.save({"state_dict": net.state_dict(), "shape": asdict(net.shape), **more}, path)


def load(path) -> Net:
    """A network saved by `save`, in evaluation mode. A file that names no shape has the default one."""
    stored = torch.load(path, map_location="cpu")
    net = Net(Shape(**stored["shape"])) if "shape" in stored else Net()
    net.load_state_dict(stored["state_dict"])
    return net.eval()
