"""PyTorch's side: the workloads of Workload.cs on one thread. Reads requests, a line each, and answers each with a line:
"about" -> what this is; "run WORKLOAD OPTIMIZER COUNT" -> the seconds that COUNT repetitions took."""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

# How the optimizer works: over one tensor at a time or over all in one call; gradients filled with zeros between steps, as is the
# default of PyTorch 1, or dropped, as is that of PyTorch 2.
OPTIMIZERS = {
    "for-each-off/zeros": (False, False),
    "for-each-off/none": (False, True),
    "for-each-on/zeros": (True, False),
    "for-each-on/none": (True, True),
}


def network(*sizes):
    first, hidden, last = sizes
    return nn.Sequential(nn.Linear(first, hidden), nn.ReLU(), nn.Linear(hidden, last))


def training_step(model, loss, optimizer, x, y):
    for_each, to_none = OPTIMIZERS[optimizer]
    descent = torch.optim.SGD(model.parameters(), lr=0.01, foreach=for_each)

    def step():
        descent.zero_grad(set_to_none=to_none)
        loss(model(x), y).backward()
        descent.step()

    return step


def classifier_step(batch, optimizer):
    x, y = torch.randn(batch, 784), torch.randint(0, 10, (batch,))
    return training_step(network(784, 128, 10), F.cross_entropy, optimizer, x, y)


def classifier_forward(batch):
    model, x = network(784, 128, 10), torch.randn(batch, 784)

    def forward():
        with torch.inference_mode():
            model(x)

    return forward


WORKLOADS = {
    "step32": lambda optimizer: classifier_step(32, optimizer),
    "step256": lambda optimizer: classifier_step(256, optimizer),
    "forward32": lambda optimizer: classifier_forward(32),
    "tiny": lambda optimizer: training_step(network(4, 16, 1), F.mse_loss, optimizer, torch.randn(1, 4), torch.randn(1, 1)),
}


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    prepared = {}
    for line in sys.stdin:
        request, *rest = line.split()
        if request == "about":
            capability = [text.split(":")[1].strip() for text in torch.__config__.show().splitlines() if "capability" in text]
            print(f"PyTorch {torch.__version__}, CPU capability {' '.join(capability)}", flush=True)
            continue
        workload, optimizer, count = rest
        key = (workload, optimizer)
        if key not in prepared:
            prepared[key] = WORKLOADS[workload](optimizer)
        once = prepared[key]
        start = time.perf_counter()
        for _ in range(int(count)):
            once()
        print(time.perf_counter() - start, flush=True)


main()
