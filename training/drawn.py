"""Drawn crops from whole-number formulas: fixtures that need no data. tests/unit/drawnCrops.ts draws the same ones."""
import numpy as np

SIZE = 112
FACES = 6


def drawn_crop(k: int) -> np.ndarray:
    """(112, 112, 3) uint8: for even `k` a cartoon face whose mouth and brows follow `k`, for odd `k` a busy pattern."""
    v, u = np.mgrid[0:SIZE, 0:SIZE].astype(np.int64)
    channel = np.arange(3)
    if k % 2:
        pattern = u * (k + 2) + v * (7 + k)
        return ((pattern[..., None] + (u * v // 16)[..., None] * (channel + 1)) & 255).astype(np.uint8)
    image = np.empty((SIZE, SIZE, 3), np.uint8)
    image[:] = np.array([40 + 30 * k, 90, 200 - 20 * k]) & 255

    def paint(cx, cy, rx, ry, colour):
        inside = ((u - cx) * ry) ** 2 + ((v - cy) * rx) ** 2 <= (rx * ry) ** 2
        image[inside] = colour

    paint(56, 60, 42, 50, [235, 190 - 10 * k, 150])
    for x in (38, 74):
        paint(x, 40, 7, 5 + k, [250, 250, 250])
        paint(x, 41, 3, 3, [30, 20, 20])
        paint(x, 28 - k, 9, 2, [80, 50, 30])
    paint(56, 61, 4, 6, [215, 160, 130])
    paint(56, 82, 16, 3 + 2 * k, [150, 30, 40])
    return image


def drawn_crops() -> np.ndarray:
    """All of them, (FACES, 112, 112, 3) uint8."""
    return np.stack([drawn_crop(k) for k in range(FACES)])
