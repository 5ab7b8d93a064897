"""The aligned crop: the Python twin of the product's aligner (src/engine/aligner.ts), equal to it pixel for pixel.

A face is carried onto a 112 px square by the least-squares similarity (Umeyama, without reflection) that takes
BlazeFace's right eye, left eye, nose tip and mouth centre (the subject's right and left) onto TARGETS.
"""
import numpy as np

SIZE = 112
TARGETS = np.array([[0.34, 0.36], [0.66, 0.36], [0.5, 0.545], [0.5, 0.73]])
GREY = 127.5  # what lies outside the picture: the middle of the range, so that no edge is invented


class CropError(ValueError):
    """The key points do not span a face (all in one place, or not 4 × 2 finite numbers)."""

    code = "degenerate-keypoints"


def similarity(keypoints: np.ndarray) -> np.ndarray:
    """Source pixels → crop pixels: the 2×3 matrix [[a, -b, tx], [b, a, ty]] for `keypoints` (4, 2) in pixels."""
    source = np.asarray(keypoints, np.float64)
    if source.shape != (4, 2) or not np.isfinite(source).all():
        raise CropError("key points must be four finite (x, y) pairs")
    target = TARGETS * SIZE
    source_mean, target_mean = source.mean(0), target.mean(0)
    s, t = source - source_mean, target - target_mean
    spread = (s * s).sum()
    a = (s * t).sum()
    b = (s[:, 0] * t[:, 1] - s[:, 1] * t[:, 0]).sum()
    if spread < 1e-9 or a * a + b * b < 1e-12:
        raise CropError("key points lie in one place: no scale or rotation follows from them")
    a, b = a / spread, b / spread
    shift = target_mean - np.array([a * source_mean[0] - b * source_mean[1], b * source_mean[0] + a * source_mean[1]])
    return np.array([[a, -b, shift[0]], [b, a, shift[1]]])


def box_average(image: np.ndarray, k: int) -> np.ndarray:
    """Mean of k×k blocks from the origin, (H, W, C) → (ceil(H/k), ceil(W/k), C); edge blocks average what they have."""
    rows, columns = np.arange(0, image.shape[0], k), np.arange(0, image.shape[1], k)
    sums = np.add.reduceat(np.add.reduceat(image.astype(np.float64), rows, 0), columns, 1)
    heights = np.diff(np.append(rows, image.shape[0]))
    widths = np.diff(np.append(columns, image.shape[1]))
    return sums / (heights[:, None] * widths[None, :])[..., None]


def bilinear(image: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Values of `image` (H, W, C) at the positions (x, y), where pixel i's centre is at i + 0.5; GREY outside."""
    height, width = image.shape[:2]
    x, y = x - 0.5, y - 0.5
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = (x - left)[..., None], (y - top)[..., None]

    def at(row, column):
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        values = image[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)]
        return np.where(inside[..., None], values, GREY)

    upper = at(top, left) * (1 - fx) + at(top, left + 1) * fx
    lower = at(top + 1, left) * (1 - fx) + at(top + 1, left + 1) * fx
    return upper * (1 - fy) + lower * fy


def align(image: np.ndarray, keypoints: np.ndarray) -> np.ndarray:
    """The (112, 112, 3) uint8 crop of the face with `keypoints` (4, 2) in the RGB picture `image` (H, W, 3)."""
    matrix = similarity(keypoints)
    a, b = matrix[0, 0], matrix[1, 0]
    per_crop_pixel = 1 / np.hypot(a, b)
    k = max(1, int(np.floor(per_crop_pixel)))
    source = box_average(image[..., :3], k) if k > 1 else image[..., :3].astype(np.float64)
    v, u = np.mgrid[0:SIZE, 0:SIZE] + 0.5
    u, v = u - matrix[0, 2], v - matrix[1, 2]
    square = a * a + b * b
    x, y = (a * u + b * v) / square, (a * v - b * u) / square
    return np.floor(bilinear(source, x / k, y / k) + 0.5).clip(0, 255).astype(np.uint8)
