using Mistakes.Library;
using TypedTensors;
using static TypedTensors.Ops;

namespace Mistakes;

/// <summary>Images that nobody flattened, given to a library that was compiled elsewhere.</summary>
internal static class WrongArgument
{
    public static void Run()
    {
        var classifier = new Classifier(classes: 10);
        var images = Tensor.Zeros<float>(32, 28, 28);
        Console.WriteLine(classifier.Scores(images));
        Console.WriteLine(classifier.Scores(images.Reshape(32, -1)));
    }
}
