using TypedTensors;
using TypedTensors.Nn;
using TypedTensors.Tests.Nn;

// Prints, for each optimizer, how many bytes 1,000 steps with batches of 32 and 29 in turn allocate on all threads, once both have been seen.
const int Steps = 1000;
Dictionary<string, Func<ModelParameters<float>, Optimizer>> optimizers = new()
{
    ["SGD"] = parameters => new Sgd(parameters, 0.01),
    ["SGD with momentum"] = parameters => new Sgd(parameters, 0.01, momentum: 0.9),
    ["Adam"] = parameters => new Adam(parameters, 1e-3),
    ["AdamW"] = parameters => new AdamW(parameters, 1e-3),
};
foreach ((string name, Func<ModelParameters<float>, Optimizer> create) in optimizers)
{
    DigitPerceptron model = new(784, 128, 10);
    Optimizer optimizer = create(model.Parameters);
    Tensor<float>[] images = [Tensor.Rand<float>(32, 784), Tensor.Rand<float>(29, 784)];
    Tensor<int>[] labels = [Tensor.Full(3, 32), Tensor.Full(5, 29)];
    Train(model, optimizer, images, labels, 20);
    long before = GC.GetTotalAllocatedBytes(precise: true);
    Train(model, optimizer, images, labels, Steps);
    long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
    Console.WriteLine($"{name}: {allocated}");
}

static void Train(DigitPerceptron model, Optimizer optimizer, Tensor<float>[] images, Tensor<int>[] labels, int steps)
{
    for (int step = 0; step < steps; step++)
        optimizer.Step(model.LossAndGradients(images[step % 2], labels[step % 2]).Gradients);
}
