"""A TensorFlow.js graph model written by hand: nodes, constants and the weights file, without TensorFlow.

Every operation used here exists in the WASM, WebGL and WebGPU backends of tfjs 4.22. None casts integers: WebGPU
computes wrong numbers for a cast followed by a mean.
"""
import base64
import json
from pathlib import Path

import numpy as np

WEIGHTS_FILE = "weights.bin"
BYTES_FROM = 30_000  # a kernel with as many weights is stored in bytes, each output channel with its own scale


def _bytes(text):
    return {"s": base64.b64encode(text.encode()).decode()}


def _ints(values):
    return {"list": {"i": [str(value) for value in values]}}


def _shape(sizes):
    return {"shape": {"dim": [{"size": str(size)} for size in sizes]}}


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

    def const(self, name, values):
        values = np.asarray(values)
        self.weights.append((name, values))
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

    def conv(self, name, source, kernel, bias, stride=1, relu=True):
        """`kernel` as PyTorch has it (out, in, h, w); its padding, half the kernel on every side, is PyTorch's too."""
        pad = kernel.shape[-1] // 2
        how = {
            "strides": _ints([1, stride, stride, 1]), "dilations": _ints([1, 1, 1, 1]), "data_format": _bytes("NHWC"),
            "padding": _bytes("EXPLICIT" if pad else "VALID"),
            "explicit_paddings": _ints([0, 0, pad, pad, pad, pad, 0, 0] if pad else []),
        }
        bias = self.const(f"{name}/bias", bias)
        if self.small and kernel.size >= BYTES_FROM:
            return self._conv_in_bytes(name, source, kernel, bias, relu, how)
        kernel = self.const(f"{name}/kernel", np.ascontiguousarray(kernel.transpose(2, 3, 1, 0)))
        fused = ["BiasAdd", "Relu"] if relu else ["BiasAdd"]
        return self.node(name, "_FusedConv2D", [source, kernel, bias], T=FLOAT, num_args={"i": "1"}, epsilon={"f": 0},
                         fused_ops={"list": {"s": [_bytes(op)["s"] for op in fused]}}, **how)

    def _conv_in_bytes(self, name, source, kernel, bias, relu, how):
        """The kernel as bytes in [-1, 1); output channels are scaled after the convolution, on small maps, for free."""
        scale = np.abs(kernel).max((1, 2, 3)) * 128 / 127
        levels = np.clip(np.round(kernel / scale[:, None, None, None] * 128) + 128, 0, 255).astype(np.uint8)
        kernel = self.const(f"{name}/kernel", np.ascontiguousarray(levels.transpose(2, 3, 1, 0)))
        x = self.node(f"{name}/conv", "Conv2D", [source, kernel], T=FLOAT, **how)
        x = self.binary(f"{name}/scaled", "Mul", x, self.const(f"{name}/scale", scale))
        x = self.binary(f"{name}/shifted" if relu else name, "AddV2", x, bias)
        return self.unary(name, "Relu", x) if relu else x

    def halve(self, name, source):
        return self.node(name, "AvgPool", [source], T=FLOAT, ksize=_ints([1, 2, 2, 1]), strides=_ints([1, 2, 2, 1]),
                         padding=_bytes("VALID"), data_format=_bytes("NHWC"))

    def binary(self, name, op, left, right):
        return self.node(name, op, [left, right], T=FLOAT)

    def unary(self, name, op, source):
        return self.node(name, op, [source], T=FLOAT)

    def reduce(self, name, op, source, axes, keep):
        axes = self.const(f"{name}/axes", np.array(axes, np.int32))
        return self.node(name, op, [source, axes], T=FLOAT, keep_dims={"b": keep})

    def matmul(self, name, left, right):
        return self.node(name, "MatMul", [left, right], T=FLOAT, transpose_a={"b": False}, transpose_b={"b": False})

    def _entry(self, name, values):
        """A weight's place in the manifest, and its bytes."""
        entry = {"name": name, "shape": list(values.shape), "dtype": "float32"}
        if values.dtype == np.int32:
            entry["dtype"] = "int32"
        elif values.dtype == np.uint8:
            entry["quantization"] = {"dtype": "uint8", "scale": 1 / 128, "min": -1, "original_dtype": "float32"}
        elif self.small:
            entry["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
            values = values.astype("<f2")
        else:
            values = values.astype("<f4")
        return entry, values.tobytes()

    def write(self, folder, signature, metadata):
        """model.json and weights.bin into `folder`."""
        entries, blobs = zip(*(self._entry(name, values) for name, values in self.weights))
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
