#!/usr/bin/python3
"""Records the PyTorch values that the tests compare with. See README.md beside this file.

    /usr/bin/python3 tests/Recordings/record.py
"""

import os
import sys

import torch

import convolution_cases
import elementwise_cases
import error_cases
import function_cases
import fold_cases
import indexing_cases
import linear_algebra_cases
import loss_cases
import movement_cases
import normalization_cases
import product_cases
import pooling_cases
import printing_cases
import reduction_cases
import sorting_cases
import structure_cases
import training_cases
from casefile import CaseFile, write

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Each file of operation cases: its seed, and who adds to it. A file of its own keeps the cases of the others as they are.
FILES = {
    "operations": (1, (elementwise_cases, structure_cases, reduction_cases, error_cases)),
    "movements": (4, (movement_cases,)),
    "indexing": (5, (indexing_cases,)),
    "functions": (9, (function_cases,)),
    "sorting": (10, (sorting_cases,)),
    "reductions": (6, (fold_cases,)),
    "products": (7, (product_cases,)),
    "losses": (11, (loss_cases,)),
    "normalizations": (12, (normalization_cases,)),
    "convolutions": (8, (convolution_cases,)),
    "poolings": (14, (pooling_cases,)),
}


def main():
    if not torch.__version__.startswith("1.13"):
        sys.exit(f"The values are recorded with PyTorch 1.13; this is {torch.__version__}.")
    torch.set_num_threads(1)
    written = {}
    for name, (seed, parts) in FILES.items():
        file = CaseFile(name, seed)
        for part in parts:
            part.record(file)
        written[f"Runtime.Tests/Recorded/{name}.json"] = file.cases
    matrices = CaseFile("linear-algebra", 13)
    linear_algebra_cases.record(matrices)
    written["LinearAlgebra.Tests/Recorded/linear-algebra.json"] = matrices.cases
    written["Runtime.Tests/Recorded/Texts/printing.json"] = printing_cases.record()
    written["Nn.Tests/Recorded/training.json"] = training_cases.record(os.path.join(ROOT, "data", "digits"))
    for path, cases in written.items():
        target = os.path.join(ROOT, "tests", path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        write(target, cases)
        print(f"{path}: {len(cases)} cases, {os.path.getsize(target):,} bytes")


if __name__ == "__main__":
    main()
