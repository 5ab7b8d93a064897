"""Crops as the network meets them in training: moved, lit, blurred, drawn over, on every kind of background."""
import math

import torch
import torch.nn.functional as F

from style import bent, drawn

CROP = 112


class Augment:
    """(B, 112, 112, 3) uint8 crops and (B, 56, 56) alpha → (B, 3, size, size) views and which of them are mirrored.

    `view` of the crop's 112 pixels are seen, as in the product. One set is cut out along the face's oval on black; so
    that no network can learn from the background which set, and so which labels, a face has, every background is
    replaced now and then and whole pictures get such an oval. A share of the batches, `gentle`, is only moved and
    mirrored: a small network that sees nothing else than hard pictures has no room left for the easy ones (LOG.md).
    """

    def __init__(self, view, size, seed, gentle=0.0):
        self.view, self.size, self.gentle = view, size, gentle
        self.random = torch.Generator().manual_seed(seed)

    def __call__(self, crops, alpha):
        pixels = crops.permute(0, 3, 1, 2).float() / 255
        gentle = self.gentle > 0 and self._uniform() < self.gentle
        mask = F.interpolate(alpha[:, None].float(), size=CROP, mode="nearest")
        mirrored = self._chance(len(pixels), 0.5)
        grid = F.affine_grid(self._moves(mirrored), (len(pixels), 3, self.size, self.size), align_corners=False)
        if gentle:
            return F.grid_sample(pixels - 0.5, grid, align_corners=False) * 4, mirrored
        grid = bent(grid, self.random)
        moved = F.grid_sample(torch.cat([pixels - 0.5, mask], 1), grid, align_corners=False)
        x, mask = moved[:, :3] + 0.5, (moved[:, 3:] > 0.5).float()
        x = drawn(self._background(x, mask * self._ovals(len(x))), self.random)
        x = self._light(self._coarse(x))
        x = self._cover(x + 0.02 * self._uniform(len(x), 1, 1, 1) * self._normal(x.shape))
        return (x.clamp(0, 1) - 0.5) * 4, mirrored

    def _uniform(self, *shape):
        return torch.rand(shape, generator=self.random)

    def _normal(self, shape):
        return torch.randn(shape, generator=self.random)

    def _chance(self, count, share):
        return self._uniform(count) < share

    def _between(self, count, low, high):
        return low + (high - low) * self._uniform(count)

    def _moves(self, mirrored):
        n = len(mirrored)
        angle = self._between(n, -11, 11) * math.pi / 180
        scale = self.view / CROP * self._between(n, 0.88, 1.12)
        aspect = self._between(n, 0.95, 1.05)
        flip = torch.where(mirrored, -1.0, 1.0)
        shift = 0.12 * (self._uniform(n, 2) - 0.5) * 2
        cos, sin = angle.cos() * scale, angle.sin() * scale
        top = torch.stack([cos * flip * aspect, -sin, shift[:, 0]], 1)
        bottom = torch.stack([sin * flip * aspect, cos, shift[:, 1]], 1)
        return torch.stack([top, bottom], 1)

    def _ovals(self, n):
        """A quarter of the pictures is cut out along an oval, as one of the sets is."""
        line = torch.linspace(-1, 1, self.size)
        x, y = line.view(1, 1, 1, -1), line.view(1, 1, -1, 1)
        wide, high = self._between(n, 0.6, 0.85), self._between(n, 0.75, 0.98)
        inside = (x / wide.view(-1, 1, 1, 1)) ** 2 + ((y - 0.05) / high.view(-1, 1, 1, 1)) ** 2 < 1
        keep = ~self._chance(n, 0.25)
        return (inside | keep.view(-1, 1, 1, 1)).float()

    def _background(self, x, mask):
        n = len(x)
        plain = self._uniform(n, 3, 1, 1).expand_as(x)
        smooth = F.interpolate(self._uniform(n, 3, 4, 4), size=self.size, mode="bilinear", align_corners=False)
        other = x.roll(1, 0)
        grey, black = torch.full_like(x, 0.5), torch.zeros_like(x)
        kinds = torch.stack([grey, plain, smooth, other, black])
        odds = torch.tensor([0.35, 0.2, 0.2, 0.15, 0.1])
        pick = torch.multinomial(odds, n, replacement=True, generator=self.random)
        return x * mask + kinds[pick, torch.arange(n)] * (1 - mask)

    def _coarse(self, x):
        """A third is shrunk to 16…56 px and enlarged again, as faces far away are; one size for all of them a batch."""
        chosen = self._chance(len(x), 0.33)
        small = int(self._between(1, 16, 57))
        coarse = F.interpolate(x[chosen], size=small, mode="bilinear", align_corners=False, antialias=True)
        x = x.clone()
        x[chosen] = F.interpolate(coarse, size=self.size, mode="bilinear", align_corners=False)
        return x

    def _light(self, x):
        """Grey for a third, few flat tones (as in a drawing) for a tenth, contrast, brightness and tint for all."""
        n = len(x)
        grey = x.mean(1, keepdim=True).expand_as(x)
        x = torch.where(self._chance(n, 0.35).view(-1, 1, 1, 1), grey, x)
        flat = (x * 5).round() / 5
        x = torch.where(self._chance(n, 0.1).view(-1, 1, 1, 1), flat, x)
        contrast = self._between(n, 0.6, 1.4).view(-1, 1, 1, 1)
        brightness = self._between(n, -0.2, 0.2).view(-1, 1, 1, 1)
        tint = 0.1 * (self._uniform(n, 3, 1, 1) - 0.5)
        return (x - 0.5) * contrast + 0.5 + brightness + tint

    def _cover(self, x):
        """A grey rectangle over a third: a hand, hair, a caption."""
        line = torch.arange(self.size)
        n = len(x)
        left, top = self._between(n, -0.1, 0.9) * self.size, self._between(n, -0.1, 0.9) * self.size
        wide, high = self._between(n, 0.15, 0.4) * self.size, self._between(n, 0.15, 0.4) * self.size

        def span(start, length):
            return (line >= start.view(-1, 1)) & (line < (start + length).view(-1, 1))

        box = span(top, high).view(n, 1, -1, 1) & span(left, wide).view(n, 1, 1, -1)
        box &= self._chance(n, 0.33).view(-1, 1, 1, 1)
        return torch.where(box, self._uniform(n, 3, 1, 1), x)
