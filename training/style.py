"""Faces as somebody might draw them: bent out of shape, in pencil, in few colours, in colours that no skin has.

Most memes are no photographs, and nearly all faces to learn from are.
"""
import torch
import torch.nn.functional as F

BEND = 0.1  # of half the picture: what moves further may become another expression


def bent(grid, random):
    """A sampling grid (B, H, W, 2) of which a quarter is pulled about softly, as a caricature is."""
    count, size = len(grid), grid.shape[1]
    pulls = BEND * 2 * (torch.rand(count, 2, 5, 5, generator=random) - 0.5)
    field = F.interpolate(pulls, size=size, mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
    chosen = (torch.rand(count, generator=random) < 0.25).view(-1, 1, 1, 1)
    return grid + field * chosen


def drawn(x, random):
    """Pictures (B, 3, H, W) in [0, 1] of which a sixth has become a drawing of one of three kinds."""
    x = x.clone()
    kind = torch.rand(len(x), generator=random)
    for style, low, high in ((pencil, 0, 0.05), (paint, 0.05, 0.11), (dye, 0.11, 0.17)):
        chosen = (kind >= low) & (kind < high)
        if chosen.any():
            x[chosen] = style(x[chosen], random)
    return x


def pencil(x, random):
    """Dark lines where it is darker than around, on white, over a trace of the shading."""
    grey = x.mean(1, keepdim=True)
    around = F.avg_pool2d(grey, 5, 1, 2, count_include_pad=False)
    strength = 4 + 8 * torch.rand(len(x), 1, 1, 1, generator=random)
    lines = 1 - strength * (around - grey).clamp(min=0)
    shade = 0.6 * torch.rand(len(x), 1, 1, 1, generator=random)
    return (lines - shade * (1 - grey)).clamp(0, 1).expand_as(x)


def paint(x, random):
    """Blots: of each neighbourhood the brightest or the darkest point, in four to eight tones a colour."""
    blots = F.max_pool2d(x, 3, 1, 1)
    dark = -F.max_pool2d(-x, 3, 1, 1)
    bright = (torch.rand(len(x), generator=random) < 0.5).view(-1, 1, 1, 1)
    tones = torch.randint(4, 9, (len(x), 1, 1, 1), generator=random)
    return (torch.where(bright, blots, dark) * tones).round() / tones


def dye(x, random):
    """Its three colours are mixed anew: green ogres, blue cats."""
    mix = torch.eye(3) / 2 + torch.rand(len(x), 3, 3, generator=random)
    return torch.einsum("bij,bjhw->bihw", mix / mix.sum(2, keepdim=True), x)
