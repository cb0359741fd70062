using TypedTensors.Nn;
using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Networks
{
    public static readonly Chapter Chapter = new(
        "networks", "Layers and networks", ParametersByHand, LinearModule, OwnModule, FlattenedImage, AnyRank, WithoutRecording,
        ConvolutionModule, ConvolutionWeights, FourConvolutions, ConvolutionFunction, ConvolutionValues, OneImage, PoolingFunction,
        PoolingValues, BendAfterConvolution, BendValues);

    private static void ParametersByHand()
    {
        Cell("The parameters of a perceptron without a module");
        var weights = (Tensor.Randn<float>(256, 4) / MathF.Sqrt(256)).RequireGrad();
        var bias = Tensor.Zeros<float>(4).RequireGrad();
        Show(weights.Shape);
        Show(weights.IsLeaf);
        Show(bias);
    }

    private static void LinearModule()
    {
        Cell("The same as a module, whose weights are (outputs, inputs)");
        Linear layer = new(256, 4);
        layer.Parameters.Initialize(new Generator(1));
        Show(layer);
        Show(layer.Weight.Shape);
        Show(layer.Bias.Shape);
        Show(layer.Forward(Tensor.Randn<float>(3, 256)).Shape);
    }

    private static void OwnModule()
    {
        Cell("A module of one's own");
        MyLinear layer = new(7, 12);
        layer.Parameters.Initialize(new Generator(1));
        Show(layer.Forward(Tensor.Randn<float>(5, 7)).Shape);
        Show(new MyLinear(7, 5).Forward(Tensor.Randn<float>(3, 7)).Shape);
        Show(string.Join(" ", layer.Parameters.Names));
    }

    private static void FlattenedImage()
    {
        Cell("An image as one row of 784, and ten scores for it");
        var image = Tensor.FromArray(new float[28 * 28], 28, 28);
        var flat = View(image, 1, 28 * 28);
        Show(flat.Shape);
        Show(new Linear(784, 10).Forward(flat).Shape);
    }

    private static void AnyRank()
    {
        Cell("A linear map is of the last dimension, whatever is before it");
        Show(new Linear(784, 10).Forward(Tensor.Rand<float>(2, 5, 784)).Shape);
    }

    private static void WithoutRecording()
    {
        Cell("Probabilities without recording");
        var image = Tensor.Rand<float>(28, 28);
        Linear layer = new(784, 10);
        using (NoGrad())
        {
            var probabilities = layer.Forward(View(image, 1, 28 * 28)).Softmax(1);
            Show(probabilities.Shape);
            Show(probabilities.RequiresGrad);
        }
    }

    private static void ConvolutionModule()
    {
        Cell("A convolution tells its settings");
        Show(new Conv2d(1, 20, 5, 1));
        Show(new Conv2d(inChannels: 1, outChannels: 20, kernelSize: 5, stride: 1));
    }

    private static void ConvolutionWeights()
    {
        Cell("Its weights, tracked and detached");
        Conv2d layer = new(1, 20, 5, 1);
        Show(layer.Weight.Shape);
        Show(layer.Weight.RequiresGrad);
        float[,,,] array = layer.Weight.Detach().ToArray4D();
        Show((array.GetLength(0), array.GetLength(1), array.GetLength(2), array.GetLength(3)));
    }

    private static void FourConvolutions()
    {
        Cell("Kernels, strides, paddings and dilations, square and oblong");
        var input = Tensor.Randn<float>(20, 16, 50, 100);
        Show(new Conv2d(16, 33, 3, stride: 2).Forward(input).Shape);
        Show(new Conv2d(inChannels: 16, outChannels: 33, kernelSize: 3, stride: 2).Forward(input).Shape);
        Show(new Conv2d(16, 33, kernelSize: (3, 5), stride: (2, 1), padding: (4, 2)).Forward(input).Shape);
        Show(new Conv2d(16, 33, kernelSize: (3, 5), stride: (2, 1), padding: (4, 2), dilation: (3, 1)).Forward(input).Shape);
    }

    private static void ConvolutionFunction()
    {
        Cell("The function takes its weights as an argument");
        var filters = Tensor.Randn<float>(8, 4, 3, 3);
        var inputs = Tensor.Randn<float>(1, 4, 5, 5);
        Show(Conv2d(inputs, filters, padding: 1).Shape);
    }

    private static void ConvolutionValues()
    {
        Cell("A small convolution with its gradients; the kernel is not turned round");
        var x = (Tensor.Arange<float>(25) / 10).Reshape(1, 1, 5, 5).RequireGrad();
        var w = Tensor.From([1f, 0, -1, 2, 0, -2, 1, 0, -1]).Reshape(1, 1, 3, 3).RequireGrad();
        var b = Tensor.From([0.5f]).RequireGrad();
        var y = Conv2d(x, w, b, stride: 2, padding: 1);
        Sum(y).Backward();
        Show(y.Detach());
        Show(x.Grad);
        Show(w.Grad);
        Show(b.Grad);
    }

    private static void OneImage()
    {
        Cell("A convolution of one image of a batch");
        var images = Tensor.Rand<float>(32, 1, 28, 28);
        Show(images.Shape);
        Show(new Conv2d(1, 20, 5, 1).Forward(images[0].Unsqueeze(0)).Detach().Shape);
    }

    private static void PoolingFunction()
    {
        // MaxPool2d is a module as well: new MaxPool2d(2).
        Cell("Pooling halves an image");
        var image = new float[28, 28];
        Show((image.GetLength(0), image.GetLength(1)));
        Show(MaxPool2d(Tensor.Rand<float>(1, 20, 24, 24), 2, 2).Shape);
    }

    private static void PoolingValues()
    {
        Cell("The largest of each square, to which the gradient goes");
        var x = Tensor.From([1f, 2, 3, 4, 5, 6, 7, 8, -1, -2, 9, 0, -3, -4, 2, 1]).Reshape(1, 1, 4, 4).RequireGrad();
        var y = MaxPool2d(x, 2, 2);
        Sum(y).Backward();
        Show(y.Detach());
        Show(x.Grad);
    }

    private static void BendAfterConvolution()
    {
        Cell("What is negative after a convolution becomes zero");
        var inputs = Tensor.Randn<float>(4, 3, 28, 28);
        Show(inputs.Shape);
        Show(Relu(new Conv2d(3, 20, 5, 1).Forward(inputs)).Shape);
    }

    private static void BendValues()
    {
        Cell("Relu and its gradient, which is 0 at 0");
        var x = Tensor.From([-1f, 0, 2]).RequireGrad();
        var y = Relu(x);
        Sum(y).Backward();
        Show(y.Detach());
        Show(x.Grad);
    }
}
