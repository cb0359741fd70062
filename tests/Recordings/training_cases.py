"""Training cases: losses and weights over 20 steps of each optimizer from given weights."""

import gzip
import os

import numpy as np
import torch

from casefile import decode, difference, encode
from vocabulary import run_steps

STEPS = 20
TOLERANCE = {"rtol": 1e-4, "atol": 1e-6}
SMALL_OPTIMIZERS = [
    {"name": "SGD", "lr": 0.1},
    {"name": "SGD", "lr": 0.05, "momentum": 0.9},
    {"name": "SGD", "lr": 0.05, "momentum": 0.9, "nesterov": True},
    {"name": "SGD", "lr": 0.1, "weight_decay": 0.02},
    {"name": "SGD", "lr": 0.1, "momentum": 0.8, "dampening": 0.3},
    {"name": "SGD", "lr": 0.1, "momentum": 0.8, "dampening": 0.3, "weight_decay": 0.02},
    {"name": "SGD", "lr": 0.05, "momentum": 0.7, "nesterov": True, "weight_decay": 0.02},
    {"name": "Adam", "lr": 0.01},
    {"name": "Adam", "lr": 0.01, "weight_decay": 0.02},
    {"name": "Adam", "lr": 0.05, "amsgrad": True},
    {"name": "Adam", "lr": 0.02, "betas": [0.8, 0.95], "eps": 1e-4},
    {"name": "Adam", "lr": 0.05, "amsgrad": True, "weight_decay": 0.02, "betas": [0.5, 0.6]},
    {"name": "AdamW", "lr": 0.01},
    {"name": "AdamW", "lr": 0.05, "weight_decay": 0.5},
    {"name": "AdamW", "lr": 0.02, "betas": [0.8, 0.95], "eps": 1e-4, "weight_decay": 0},
    {"name": "AdamW", "lr": 0.05, "amsgrad": True, "weight_decay": 0.2, "betas": [0.5, 0.6]},
]


def record(digits):
    """All training cases; `digits` is the folder of the digit images."""
    return [_digits(digits, name, optimizer) for name, optimizer in
            (("sgd", {"name": "SGD", "lr": 0.1}), ("adam", {"name": "Adam", "lr": 1e-3}))] + \
           [_small(number, optimizer) for number, optimizer in enumerate(SMALL_OPTIMIZERS, 1)]


def _step(op, *names, **attrs):
    return {"op": op, "in": list(names[:-1]), **({"attrs": attrs} if attrs else {}), "out": [names[-1]]}


def _perceptron(first, activation):
    return first + [_step("matmul", "s" if first else "x", "W1", "h1"), _step("add", "h1", "B1", "h2"), _step(activation, "h2", "h3"),
                    _step("matmul", "h3", "W2", "h4"), _step("add", "h4", "B2", "logits"), _step("cross_entropy", "logits", "y", "loss")]


def _weights(generator, sizes):
    shapes = {"W1": sizes[:2], "B1": sizes[1:2], "W2": sizes[1:], "B2": sizes[2:]}
    bound = {"W1": sizes[0], "B1": sizes[0], "W2": sizes[1], "B2": sizes[1]}
    uniform = lambda name: np.round(generator.uniform(-1, 1, size=tuple(shapes[name])) / np.sqrt(bound[name]), 4)
    return {name: encode(torch.tensor(uniform(name), dtype=torch.float32)) for name in shapes}


def _digits(folder, name, optimizer):
    with gzip.open(os.path.join(folder, "train-images-idx3-ubyte.gz")) as file:
        pixels = np.frombuffer(file.read(), dtype=np.uint8, offset=16)[:64 * 64].reshape(64, 64)
    with gzip.open(os.path.join(folder, "train-labels-idx1-ubyte.gz")) as file:
        labels = np.frombuffer(file.read(), dtype=np.uint8, offset=8)[:64]
    data = {"x": encode(torch.tensor(pixels.astype(np.float32))), "y": encode(torch.tensor(labels.astype(np.int64)))}
    forward = _perceptron([_step("div", "x", "s", other=255)], "relu")
    params = _weights(np.random.RandomState(7), [64, 32, 10])
    return _train(f"training/digits-{name}", params, data, forward, optimizer, rows=16, whole_gradients=False)


def _small(number, optimizer):
    generator = np.random.RandomState(11)
    data = {"x": encode(torch.tensor(np.round(generator.uniform(-1, 1, (24, 8)), 2), dtype=torch.float32)),
            "y": encode(torch.tensor(generator.randint(0, 3, 24)))}
    return _train(f"training/small-{number:03d}", _weights(generator, [8, 6, 3]), data, _perceptron([], "tanh"), optimizer, rows=8)


def _train(name, params, data, forward, optimizer, rows, whole_gradients=True):
    batches = data["x"]["shape"][0] // rows
    case = {"id": name, "params": params, "data": data, "forward": forward, "loss": "loss", "optimizer": optimizer, "steps": STEPS,
            "schedule": [[rows * (i % batches), rows * (i % batches + 1)] for i in range(STEPS)], "tol": TOLERANCE}
    case["expect"] = _run(case, torch.float64)
    if not whole_gradients:
        for field in ("grads_step1", "params_after_1"):
            case["expect"][field] = {n: cell for n, cell in case["expect"][field].items() if n != "W1"}
    _check_single(case)
    return case


def _run(case, dtype):
    params = {name: decode(cell, dtype).requires_grad_(True) for name, cell in case["params"].items()}
    data = {name: decode(cell, dtype) for name, cell in case["data"].items()}
    settings = {key: value for key, value in case["optimizer"].items() if key != "name"}
    optimizer = getattr(torch.optim, case["optimizer"]["name"])(list(params.values()), **settings)
    snapshot = lambda: {name: encode(tensor) for name, tensor in params.items()}
    result = {"losses": []}
    for number, (first, last) in enumerate(case["schedule"]):
        names = run_steps(case["forward"], {**params, **{name: tensor[first:last] for name, tensor in data.items()}})
        result["losses"].append(encode(names["loss"])["data"][0])
        optimizer.zero_grad()
        names["loss"].backward()
        if number == 0:
            result["grads_step1"] = {name: encode(tensor.grad) for name, tensor in params.items()}
        optimizer.step()
        if number == 0:
            result["params_after_1"] = snapshot()
    result["params_final"] = snapshot()
    return result


def _check_single(case):
    single, third = _run(case, torch.float32), {key: value / 3 for key, value in case["tol"].items()}
    wrong = [difference(torch.tensor(single["losses"]), torch.tensor(case["expect"]["losses"]), third)]
    for field in ("grads_step1", "params_after_1", "params_final"):
        wrong += [difference(decode(single[field][n]), decode(cell), third) for n, cell in case["expect"][field].items()]
    if any(wrong):
        raise AssertionError(f"{case['id']}: PyTorch's float32 run differs: {[text for text in wrong if text]}")
