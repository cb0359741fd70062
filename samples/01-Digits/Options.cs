using System.Globalization;

namespace TypedTensors.Samples.Digits;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Trains a perceptron on handwritten digits and says how well it reads the test part.

          --optimizer sgd|adam    how to descend (adam)
          --epochs N              how often to go through the training part (30)
          --batch-size N          how many images to a step (32)
          --learning-rate X       how far to step (0.001 with adam, 0.1 with sgd)
          --hidden N              the width of the hidden layer (128)
          --seed N                what the weights and the order of the images are drawn from (7)
          --data FOLDER           a folder with MNIST's files (the bundled digits, 8x8)
          --weights FILE          where to save the weights (digits.safetensors)
        """;

    public string Optimizer { get; private init; } = "adam";

    public int Epochs { get; private init; } = 30;

    public int BatchSize { get; private init; } = 32;

    public double? LearningRateGiven { get; private init; }

    public int Hidden { get; private init; } = 128;

    public int Seed { get; private init; } = 7;

    public string Data { get; private init; } = Path.Combine(AppContext.BaseDirectory, "data", "digits");

    public string Weights { get; private init; } = "digits.safetensors";

    public bool WantsHelp { get; private init; }

    public double LearningRate => LearningRateGiven ?? (Optimizer == "adam" ? 1e-3 : 0.1);

    /// <summary>Reads the command line.</summary>
    /// <exception cref="OptionException">An option is unknown, lacks its value, or has one that it cannot have.</exception>
    public static Options Parse(string[] arguments)
    {
        Options options = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name is "--help" or "-h")
            {
                options = options with { WantsHelp = true };
                continue;
            }

            // The name is judged before its value, so that a misspelt last option is not said to lack one.
            Func<Options, string, Options> set = Setter(name);
            if (++i == arguments.Length)
                throw new OptionException($"{name} needs a value");
            options = set(options, arguments[i]);
        }

        return options;
    }

    private static Func<Options, string, Options> Setter(string name) => name switch
    {
        "--optimizer" => (options, text) => options with { Optimizer = text is "sgd" or "adam" ? text : throw Invalid(name, text, "sgd or adam") },
        "--epochs" => (options, text) => options with { Epochs = Integer(name, text, 1, 100_000) },
        "--batch-size" => (options, text) => options with { BatchSize = Integer(name, text, 1, 1_000_000) },
        "--learning-rate" => (options, text) => options with { LearningRateGiven = Positive(name, text) },
        "--hidden" => (options, text) => options with { Hidden = Integer(name, text, 1, 100_000) },
        "--seed" => (options, text) => options with { Seed = Integer(name, text, 0, int.MaxValue) },
        "--data" => (options, text) => options with { Data = text.Length > 0 ? text : throw Invalid(name, text, "a folder") },
        "--weights" => (options, text) => options with { Weights = text.Length > 0 ? text : throw Invalid(name, text, "a file") },
        _ => throw new OptionException($"there is no option {name}; --help lists them"),
    };

    private static int Integer(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw Invalid(name, text, $"a whole number from {least} to {most}");

    private static double Positive(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value)
            ? value
            : throw Invalid(name, text, "a number above 0");

    private static OptionException Invalid(string name, string text, string expected) => new($"{name} is '{text}'; expected {expected}");
}

/// <summary>The command line asks for something impossible; the message is one sentence without its full stop.</summary>
internal sealed class OptionException(string message) : Exception(message);
