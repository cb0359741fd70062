"""Case files: tensors as JSON, running a case in float64 and in float32, comparing the two."""

import json
import math

import numpy as np
import torch

from vocabulary import DTYPES, run_steps

NAMES = {dtype: name for name, dtype in DTYPES.items()}
TOLERANCE = {"rtol": 1e-5, "atol": 1e-6}


def _shortest(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float(str(np.float32(value)))


def encode(tensor):
    """A tensor as JSON; float64 is rounded to float32, floats in the shortest form that reads back the same."""
    tensor = tensor.detach()
    if tensor.dtype == torch.float64:
        tensor = tensor.to(torch.float32)
    flat = tensor.contiguous().reshape(-1).tolist()
    if tensor.dtype == torch.float32:
        flat = [_shortest(value) for value in flat]
    return {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data": flat}


def decode(cell, dtype=None):
    """JSON as a tensor, floats in the given type."""
    values = [float(v.replace("Infinity", "inf")) if isinstance(v, str) else v for v in cell["data"]]
    tensor = torch.tensor(values, dtype=DTYPES[cell["dtype"]]).reshape(cell["shape"])
    if dtype is not None and tensor.dtype.is_floating_point:
        tensor = tensor.to(dtype)
    return tensor.requires_grad_(True) if cell.get("requires_grad") else tensor


def difference(got, want, tolerance):
    """What is wrong with `got`, or None."""
    if list(got.shape) != list(want.shape):
        return f"shape {list(got.shape)} instead of {list(want.shape)}"
    got, want = got.detach().double().reshape(-1), want.detach().double().reshape(-1)
    nan, infinite = torch.isnan(want), torch.isinf(want)
    if not torch.equal(torch.isnan(got), nan) or not torch.equal(got[infinite], want[infinite]):
        return "NaN or infinity in other places"
    finite = ~(nan | infinite)
    excess = (got[finite] - want[finite]).abs() - (tolerance["atol"] + tolerance["rtol"] * want[finite].abs())
    return None if excess.numel() == 0 or excess.max() <= 0 else f"off by {excess.max():.3g} more than allowed"


def _run(case, dtype):
    names = {name: decode(cell, dtype) for name, cell in case["inputs"].items()}
    inputs = dict(names)
    run_steps(case["steps"], names)
    if case.get("cotangents"):
        sum((names[name] * decode(cell, dtype)).sum() for name, cell in case["cotangents"].items()).backward()
    return names, {name: tensor.grad for name, tensor in inputs.items() if tensor.requires_grad}


class CaseFile:
    """Collects operation cases; every case is run when it is added."""

    def __init__(self, name, seed):
        self.name = name
        self.cases = []
        self.generator = np.random.RandomState(seed)
        self._count = {}

    def _identify(self, op):
        self._count[op] = self._count.get(op, 0) + 1
        return f"{self.name}/{op}-{self._count[op]:03d}"

    def uniform(self, shape, low=-2.0, high=2.0, grad=True):
        """A float32 input of short decimals."""
        values = np.round(self.generator.uniform(low, high, size=tuple(shape)), 3)
        cell = encode(torch.tensor(np.asarray(values), dtype=torch.float32))
        return dict(cell, requires_grad=True) if grad else cell

    def values(self, data, dtype="float32", grad=None):
        """An input with given values (nested lists)."""
        cell = encode(torch.tensor(data, dtype=DTYPES[dtype]))
        return dict(cell, requires_grad=True) if (dtype == "float32" if grad is None else grad) else cell

    def add(self, op, inputs, attrs=None, tags=(), tol=None):
        """A case of one step: the inputs in order, the result `r`."""
        step = {"op": op, "in": list(inputs), **({"attrs": attrs} if attrs else {}), "out": ["r"]}
        self.program(op, inputs, [step], ["r"], tags, tol)

    def program(self, name, inputs, steps, outputs, tags=(), tol=None):
        """A case of several steps. The recorded outputs that carry a gradient all get a cotangent."""
        case = {"id": self._identify(name), "inputs": inputs, "steps": steps}
        names, _ = _run(case, torch.float64)
        cotangents = {o: self.uniform(names[o].shape, -1.5, 1.5, grad=False) for o in outputs if names[o].requires_grad}
        if cotangents:
            case["cotangents"] = cotangents
        names, grads = _run(case, torch.float64)
        expect = {"outputs": {o: encode(names[o]) for o in outputs}}
        if cotangents:
            expect["grads"] = {n: None if g is None else encode(g) for n, g in grads.items()}
        case.update(expect=expect, tol=tol or TOLERANCE, tags=sorted(set(tags) | self._shape_tags(inputs, names, outputs)))
        self._check_single(case)
        self.cases.append(case)

    def refused(self, op, inputs, kind, attrs=None, **details):
        """A case whose only step must fail."""
        step = {"op": op, "in": list(inputs), **({"attrs": attrs} if attrs else {}), "out": ["r"]}
        case = {"id": self._identify(op + "-error"), "inputs": inputs, "steps": [step]}
        try:
            _run(case, torch.float32)
        except (RuntimeError, IndexError, ValueError) as error:
            shapes = [cell["shape"] for cell in inputs.values()]
            message = str(error).split("\n")[0]
            case["expect"] = {"error": {"kind": kind, "op": op, "shapes": shapes, **details, "message": message, "step": error.step}}
            case.update(tol=TOLERANCE, tags=["error"])
            self.cases.append(case)
            return
        raise AssertionError(f"{case['id']} does not fail in PyTorch")

    @staticmethod
    def _shape_tags(inputs, names, outputs):
        shapes = [tuple(cell["shape"]) for cell in inputs.values()] + [tuple(names[o].shape) for o in outputs]
        return {tag for tag, holds in (("zero-size", any(0 in s for s in shapes)), ("scalar", () in shapes)) if holds}

    def _check_single(self, case):
        names, grads = _run(case, torch.float32)
        third = {key: value / 3 for key, value in case["tol"].items()}
        found = {o: difference(names[o], decode(cell), third) for o, cell in case["expect"]["outputs"].items()}
        for name, cell in case["expect"].get("grads", {}).items():
            if cell is not None:
                found[name + ".grad"] = difference(grads[name], decode(cell), third)
        wrong = {name: text for name, text in found.items() if text}
        if wrong:
            raise AssertionError(f"{case['id']}: PyTorch's float32 run differs: {wrong}")


def write(path, cases):
    """Writes an array of cases, one case per line."""
    lines = (json.dumps(case, allow_nan=False, separators=(",", ":")) for case in cases)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")
