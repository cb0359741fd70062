using TypedTensors.Data;
using TypedTensors.Nn;

namespace TypedTensors.Samples.Digits;

/// <summary>The main job: read the data, train, save the weights, read them back, judge.</summary>
internal static class Training
{
    private const int Classes = 10;

    public static void Run(Options options, Report report)
    {
        DigitImages train = DigitImages.Load(options.Data, DatasetPart.Train, Classes);
        DigitImages test = DigitImages.Load(options.Data, DatasetPart.Test, Classes);
        if (test.Rows * test.Columns != train.Rows * train.Columns)
        {
            throw new DataFileException(
                options.Data, $"the test images have {test.Rows} x {test.Columns} pixels; expected {train.Rows} x {train.Columns}, as the training images have");
        }

        WeightsFile.CheckWritable(options.Weights);
        int inputs = train.Rows * train.Columns;
        report.Line($"{train.Count} images to train, {test.Count} to test, {train.Rows} x {train.Columns} pixels; perceptron {inputs}-{options.Hidden}-{Classes}");

        Mlp model = new(inputs, options.Hidden, Classes);
        model.Parameters.Initialize(new Generator(options.Seed));
        report.Epochs(Train(model, train, test, options, report));

        int[] predictions = model.Predict(test.Pixels);
        WeightsFile.Save(options.Weights, model);
        Mlp restored = WeightsFile.Load(options.Weights, inputs, options.Hidden, Classes);
        if (!restored.Predict(test.Pixels).SequenceEqual(predictions))
            throw new DataFileException(options.Weights, "the weights read back give other predictions than those saved");
        report.Line($"weights saved to {options.Weights} and read back: the same predictions");
        report.Line($"test accuracy {Report.Percent(Accuracy(predictions, test.Labels))}");
    }

    private static List<EpochResult> Train(Mlp model, DigitImages train, DigitImages test, Options options, Report report)
    {
        Optimizer optimizer = options.Optimizer == "adam" ? new Adam(model.Parameters, options.LearningRate) : new Sgd(model.Parameters, options.LearningRate);
        DataLoader<float, int> loader = DataLoader.Create(train.Pixels, train.Labels, options.BatchSize, shuffleSeed: options.Seed);
        List<EpochResult> results = [];
        report.Progress("training", options.Epochs * loader.BatchCount, advance =>
        {
            for (int epoch = 1; epoch <= options.Epochs; epoch++)
            {
                double sum = 0;
                foreach ((Tensor<float> x, Tensor<int> y) in loader)
                {
                    (float loss, Gradients<float> gradients) = model.LossAndGradients(x, y);
                    optimizer.Step(gradients);
                    sum += loss * y.ElementCount;
                    advance();
                }

                results.Add(new(epoch, sum / train.Count, Accuracy(model, train), Accuracy(model, test)));
            }
        });
        return results;
    }

    private static double Accuracy(Mlp model, DigitImages images) => Accuracy(model.Predict(images.Pixels), images.Labels);

    private static double Accuracy(int[] predictions, Tensor<int> labels) =>
        predictions.Zip(labels.ToArray()).Count(pair => pair.First == pair.Second) / (double)predictions.Length;
}
