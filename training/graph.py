"""A TensorFlow.js graph model written by hand: nodes, constants and the weights file, without TensorFlow.

Every operation used here exists in the WASM, WebGL and WebGPU backends of tfjs 4.22. None casts integers: WebGPU
computes wrong numbers for a cast followed by a mean.
"""
import base64
import json
from pathlib import Path

import numpy as np

WEIGHTS_FILE = "weights.bin"
BYTES_FROM = 30_000  # a kernel with as many weights is stored in bytes
LEVELS = 127  # on either side of zero


def _bytes(text):
    return {"s": base64.b64encode(text.encode()).decode()}


def _ints(values):
    return {"list": {"i": [str(value) for value in values]}}


def _shape(sizes):
    return {"shape": {"dim": [{"size": str(size)} for size in sizes]}}


def step_of(kernel):
    """The step whose multiples, up to 127, `kernel` is made of since training rounded it (quantise.py), or None."""
    step = max(np.abs(kernel).max(), 1e-8) / LEVELS
    off = np.abs(kernel / step - np.round(kernel / step)).max()
    return float(step) if off < 1e-3 else None


def _how(stride, pads):
    """The attributes of a convolution, padded by `pads` before and after, on both axes."""
    explicit = [0, 0, *pads, *pads, 0, 0] if any(pads) else []
    return {
        "strides": _ints([1, stride, stride, 1]), "dilations": _ints([1, 1, 1, 1]), "data_format": _bytes("NHWC"),
        "padding": _bytes("EXPLICIT" if explicit else "VALID"), "explicit_paddings": _ints(explicit),
    }


FLOAT = {"type": "DT_FLOAT"}


class Graph:
    """Collects nodes; each method adds one and returns its name, for use as another's input.

    `small` stores floats in 16 bits and large kernels in 8, which tfjs widens as it loads; else all are float32.
    """

    def __init__(self, small=True):
        self.small, self.nodes, self.weights = small, [], []

    def node(self, name, op, inputs=(), **attributes):
        self.nodes.append({"name": name, "op": op, "input": list(inputs), "attr": attributes})
        return name

    def placeholder(self, name, sizes):
        return self.node(name, "Placeholder", dtype=FLOAT, shape=_shape(sizes))

    def const(self, name, values, step=None):
        """A tensor; one of whole multiples of `step`, up to 127, is stored in bytes."""
        values = np.asarray(values)
        self.weights.append((name, values, step))
        return self.node(name, "Const", dtype={"type": "DT_INT32"} if values.dtype == np.int32 else FLOAT)

    def slice(self, name, source, begin, size):
        begin = self.const(f"{name}/begin", np.array(begin, np.int32))
        size = self.const(f"{name}/size", np.array(size, np.int32))
        return self.node(name, "Slice", [source, begin, size], T=FLOAT)

    def resize(self, name, source, size):
        """Bilinear, pixel centres at half, as PyTorch's `align_corners=False`."""
        size = self.const(f"{name}/size", np.array([size, size], np.int32))
        flags = {"align_corners": {"b": False}, "half_pixel_centers": {"b": True}}
        return self.node(name, "ResizeBilinear", [source, size], T=FLOAT, **flags)

    def conv(self, name, source, kernel, bias, stride, activation, pads):
        """`kernel` as PyTorch has it (out, in, h, w), padded by `pads` before and after.

        Raises ValueError for a large kernel that bytes cannot hold: quantise.as_shipped rounds it.
        """
        bias = self.const(f"{name}/bias", bias)
        large = self.small and kernel.size >= BYTES_FROM
        step = step_of(kernel) if large else None
        if large and step is None:
            raise ValueError(f"the kernel of {name} is not rounded to bytes: see quantise.as_shipped")
        kernel = self.const(f"{name}/kernel", np.ascontiguousarray(kernel.transpose(2, 3, 1, 0)), step)
        return self._fused(name, "_FusedConv2D", source, kernel, bias, activation, _how(stride, pads))

    def depthwise(self, name, source, kernel, bias, stride, activation, pads):
        """A kernel (channels, 1, h, w), padded as `conv` is: each channel sees itself alone."""
        bias = self.const(f"{name}/bias", bias)
        kernel = self.const(f"{name}/kernel", np.ascontiguousarray(kernel.transpose(2, 3, 0, 1)))
        return self._fused(name, "FusedDepthwiseConv2dNative", source, kernel, bias, activation, _how(stride, pads))

    def _fused(self, name, op, source, kernel, bias, activation, how):
        return self.node(name, op, [source, kernel, bias], T=FLOAT, num_args={"i": "1"}, epsilon={"f": 0},
                         fused_ops={"list": {"s": [_bytes(part)["s"] for part in ("BiasAdd", activation)]}}, **how)

    def binary(self, name, op, left, right):
        return self.node(name, op, [left, right], T=FLOAT)

    def unary(self, name, op, source):
        return self.node(name, op, [source], T=FLOAT)

    def reduce(self, name, op, source, axes, keep):
        axes = self.const(f"{name}/axes", np.array(axes, np.int32))
        return self.node(name, op, [source, axes], T=FLOAT, keep_dims={"b": keep})

    def matmul(self, name, left, right):
        return self.node(name, "MatMul", [left, right], T=FLOAT, transpose_a={"b": False}, transpose_b={"b": False})

    def _entry(self, name, values, step):
        """A weight's place in the manifest, and its bytes."""
        entry = {"name": name, "shape": list(values.shape), "dtype": "float32"}
        if values.dtype == np.int32:
            entry["dtype"] = "int32"
        elif step is not None:
            entry["quantization"] = {"dtype": "uint8", "scale": step, "min": -128 * step, "original_dtype": "float32"}
            values = (np.round(values / step) + 128).astype(np.uint8)
        elif self.small:
            entry["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
            values = values.astype("<f2")
        else:
            values = values.astype("<f4")
        return entry, values.tobytes()

    def write(self, folder, signature, metadata):
        """model.json and weights.bin into `folder`."""
        entries, blobs = zip(*(self._entry(*weight) for weight in self.weights))
        manifest, blob = list(entries), b"".join(blobs)
        model = {
            "format": "graph-model", "generatedBy": "training/export_tfjs.py", "convertedBy": None,
            "signature": signature, "userDefinedMetadata": metadata,
            "modelTopology": {"node": self.nodes, "library": {}, "versions": {}},
            "weightsManifest": [{"paths": [WEIGHTS_FILE], "weights": manifest}],
        }
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.json").write_text(json.dumps(model, separators=(",", ":")) + "\n")
        (folder / WEIGHTS_FILE).write_bytes(blob)
