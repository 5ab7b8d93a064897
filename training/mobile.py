"""The trunk that ships: MobileNet v1's, without its last pair; the whole of it teaches. Its shape is that of the weights
with which it begins (faceres.py).
"""
import torch.nn.functional as F
from torch import nn

# Output channels and stride of the 13 pairs of a depthwise and a pointwise convolution.
PAIRS = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *((512, 1),) * 5, (1024, 2), (1024, 1))


class Unit(nn.Module):
    """Convolution, batch normalisation, ReLU up to 6. TensorFlow's "same": what halves is padded after its end alone."""

    def __init__(self, cin, cout, kernel, stride=1, groups=1):
        super().__init__()
        self.pad = (0, 0, 0, 0) if kernel == 1 else (0, 1, 0, 1) if stride == 2 else (1, 1, 1, 1)
        self.conv = nn.Conv2d(cin, cout, kernel, stride, groups=groups, bias=False)
        self.bn = nn.BatchNorm2d(cout)

    def forward(self, x):
        # not relu6: PyTorch 1.13 cannot go back through it in bfloat16
        return self.bn(self.conv(F.pad(x, self.pad))).clamp(0, 6)


def mobile_trunk(pairs=len(PAIRS)):
    """(B, 3, H, W) → (B, C, H / 32, W / 32) with C = `mobile_width(pairs)`, as 1 + 2 · pairs units in a row."""
    units, cin = [Unit(3, 32, 3, 2)], 32
    for cout, stride in PAIRS[:pairs]:
        units += [Unit(cin, cin, 3, stride, groups=cin), Unit(cin, cout, 1)]
        cin = cout
    return nn.Sequential(*units)


def mobile_width(pairs=len(PAIRS)):
    return PAIRS[pairs - 1][0]
