"""Texts of tensors as PyTorch prints them."""

import math

import numpy as np
import torch

from vocabulary import run_steps

DTYPES = {
    "float32": torch.float32, "float64": torch.float64, "float16": torch.float16, "int64": torch.int64, "int32": torch.int32,
    "int16": torch.int16, "int8": torch.int8, "uint8": torch.uint8, "bool": torch.bool,
}
NAN, INF = math.nan, math.inf
PROFILE = {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80, "sci_mode": None}


def _number(value):
    if not isinstance(value, float) or math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _hinges_on_a_name(text):
    """Whether the last line would break elsewhere with the shorter names of the library."""
    line = text.replace(",\n       dtype", ", dtype").split("\n")[-1]
    return "dtype" in line and 78 <= len(line) <= 92


class TextFile:
    def __init__(self, seed):
        self.cases = []
        self.generator = np.random.RandomState(seed)

    def add(self, data, dtype="float32", shape=None, grad=False, steps=(), **options):
        """The text of a tensor, or of what the steps make of it: each the name of an operation with its attributes."""
        tensor = torch.tensor(data, dtype=DTYPES[dtype])
        if shape is not None:
            tensor = tensor.reshape(shape)
        cell = {"dtype": dtype, "shape": list(tensor.shape), "data": [_number(value) for value in tensor.reshape(-1).tolist()]}
        if grad:
            cell["requires_grad"] = True
        names = {"x": tensor.requires_grad_(grad) if grad else tensor}
        program = [
            {"op": op, "in": ["x" if i == 0 else f"r{i - 1}"], **({"attrs": attrs} if attrs else {}), "out": [f"r{i}"]}
            for i, (op, attrs) in enumerate(steps)]
        run_steps(program, names)
        torch.set_printoptions(**{**PROFILE, **options})
        text = str(names[program[-1]["out"][0] if program else "x"])
        torch.set_printoptions(**PROFILE)
        if _hinges_on_a_name(text):
            return
        self.cases.append({
            "id": f"printing-{len(self.cases) + 1:03d}", "x": cell, "steps": program, "options": options, "text": text})


def _numbers(file):
    for value in (0.0, -0.0, 1.0, -3.0, 1.5, 0.03125, 0.09375, -0.15625, 1e-5, 123456.0, 1e8, 1.00000001e8, 2.5e8, 1e-4, 9.9e-5, NAN, INF, -INF, 100005.0, 99999.5):
        file.add(value)
        file.add(value, "float64")
    for data in (
        [1.0, 2.0, 3.0], [1.0, 2.5, -3.0], [1.0, 1000.0], [1.0, 1001.0], [0.5, 500.0], [0.5, 500.5], [1e-4, 0.1], [1e-4, 0.09], [9e-5, 0.01],
        [0.0, 0.0], [0.0, -0.0], [0.0, 1e-5], [1e10, 1.0], [NAN, 1.0], [NAN, 1.5], [INF, 1.0], [-INF, 1.25], [NAN, INF, -INF], [NAN, 1e-6, INF],
        [3.0, -INF, 12345.0], [1e38, 1.0], [1e-38, 1e-39], [0.00005, 0.00015], [0.5, 0.25, 0.125, 0.0625, 0.03125], [1.00005, 2.00015],
        [12345.5, 67890.5, -100.25], [99999.0, 100.0], [123455.0, 1.0], [123445.0, 1.0], [100005.0, -1.0], [100015.0, 2.0],
    ):
        file.add(data)
    file.add([1e-300, 1e300, 5e-324], "float64")
    file.add([0.1, 1 / 3, 2 / 3], "float64")
    file.add([123456789012.0, 1.0], "float64")
    file.add([1.0, 0.5, 65504.0, 6e-8], "float16")
    file.add([1.0, 2.0], "float16")
    file.add([0.1, 0.2], "float16")


def _integers(file):
    for dtype in ("int64", "int32", "int16", "int8", "uint8"):
        file.add(7, dtype)
        file.add([1, 20, 3], dtype)
        file.add([[1, 100], [0, 5]], dtype)
        file.add([], dtype)
    file.add([[-1, 100], [-128, 5]], "int8")
    file.add([-2 ** 63, 2 ** 63 - 1], "int64")
    file.add([True, False], "bool")
    file.add(True, "bool")
    file.add([[False], [False]], "bool")
    file.add([], "bool")


def _shapes(file):
    for shape in ([0], [0, 3], [3, 0], [2, 0, 4], [1, 0, 1, 1]):
        for dtype in ("float32", "float64", "int64", "int32"):
            file.add([], dtype, shape)
    file.add([2.5], shape=[1])
    file.add([2], "int32", [1, 1])
    for shape in ([6], [2, 3], [3, 2], [1, 6], [6, 1], [2, 1, 3], [1, 2, 3], [1, 1, 6, 1], [2, 3, 1, 1, 1]):
        file.add(np.arange(6.0), "float32", shape)
        file.add(np.arange(6), "int64", shape)
    file.add(np.arange(48) - 20, "int64", [2, 3, 2, 4])
    file.add(np.arange(48) / 7, "float32", [2, 3, 2, 4])


def _long_rows(file):
    for count in (13, 14, 15, 25, 60, 100):
        file.add(file.generator.uniform(-1, 1, count))
        file.add(np.arange(count), "int64")
        file.add(np.arange(count) * 1000, "int32")
    file.add(file.generator.uniform(-1, 1, 60), "float32", [2, 30])
    file.add(file.generator.uniform(-1e6, 1e6, 60), "float64", [2, 2, 15])
    file.add(np.arange(40) % 3 == 0, "bool")
    file.add(file.generator.uniform(0, 1, 40), linewidth=40)
    file.add(file.generator.uniform(0, 1, 6), linewidth=5)
    file.add(file.generator.uniform(0, 1, [4, 5]), linewidth=30)


def _shortened(file):
    file.add(np.arange(1000), "int64")
    file.add(np.arange(1001), "int64")
    file.add(np.arange(1001.0), "float32")
    file.add(np.arange(1200) / 8, "float32", [30, 40])
    file.add(np.arange(1200), "int32", [200, 6])
    file.add(np.arange(1200), "int64", [6, 200])
    file.add(np.arange(1200), "int64", [10, 12, 10])
    file.add(np.arange(1200) * 1.5, "float32", [2, 600])
    file.add(np.arange(2000) / 4, "float64", [8, 1, 250])
    file.add(np.where(np.arange(1200) == 600, 1e-9, 1.5), "float32")
    file.add(np.arange(1200.0), "float32", [600, 2], steps=[("transpose", {"dim0": 0, "dim1": 1})])
    file.add(np.arange(20), "int64", threshold=5)
    file.add(np.arange(100), "int64", [10, 10], threshold=50, edgeitems=2)
    file.add(np.arange(5), "int64", threshold=0, edgeitems=2)
    file.add(3.5, threshold=0)


def _options(file):
    values = [1.0, -2.5, 3.14159265, 1000.5]
    for precision in (0, 1, 2, 7, 10):
        file.add(values, precision=precision)
        file.add([1.0, 2.0], precision=precision)
        file.add([1e-7, 123.456], precision=precision)
    for scientific in (True, False):
        for data in (values, [1.0, 2.0], [1.0, 100000.0], [1e-7, 1.5], [0.0, 0.0], [NAN, 1.0, -INF], 5.0):
            file.add(data, sci_mode=scientific)


def _history(file):
    file.add([1.0, 2.0], grad=True)
    file.add(2.5, grad=True)
    file.add([], grad=True)
    file.add([[1.0, 2.0], [3.0, 4.0]], grad=True)
    file.add([1.0, 2.0], "float64", grad=True)
    for count in (7, 8, 9, 10, 11, 12):
        file.add(np.arange(count) / 4, "float32", grad=True)
    for op, attrs in (("add", {"other": 1.5}), ("mul", {"other": 3.0}), ("sum", {}), ("mean", {}), ("exp", {}), ("neg", {}), ("tanh", {}), ("sigmoid", {}), ("relu", {})):
        file.add([[0.5, 2.0], [-1.0, 3.25]], grad=True, steps=[(op, attrs)])
    file.add([[0.5, 2.0], [-1.0, 3.25]], grad=True, steps=[("add", {"other": 1.5}), ("mul", {"other": 2.0})])


def _random(file):
    generator = file.generator
    for _ in range(150):
        shape = [int(generator.randint(1, 6)) for _ in range(generator.randint(0, 4))]
        dtype = ("float32", "float64", "float32", "float16")[generator.randint(4)]
        values = generator.normal(size=shape) * 10.0 ** generator.randint(-6, 4)
        if generator.randint(3) == 0:
            values = np.round(values * 8) / 8
        if generator.randint(4) == 0:
            values = np.where(generator.uniform(size=shape) < 0.2, (NAN, INF, -INF, 0.0)[generator.randint(4)], values)
        file.add(values.tolist() if shape else float(values), dtype, shape)


def record():
    file = TextFile(7)
    for part in (_numbers, _integers, _shapes, _long_rows, _shortened, _options, _history, _random):
        part(file)
    return file.cases
