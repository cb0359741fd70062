using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using TypedTensors.Data;

namespace TypedTensors.Tests.Samples;

public sealed partial class DigitsTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte.gz";
    private const string Labels = "train-labels-idx1-ubyte.gz";
    private readonly string _folder = Directory.CreateTempSubdirectory("typedtensors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_perceptron_learns_and_the_last_line_says_how_well()
    {
        SampleProcess.Result result = Run("--epochs", "4", "--weights", InFolder("w.safetensors"));

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\e', result.Output);
        Match match = LastLine().Match(result.LastLine);
        Assert.True(match.Success, result.Output);
        Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 75, 100);
        Assert.Equal(["B1", "B2", "W1", "W2"], Safetensors.Read(InFolder("w.safetensors")).Keys);
    }

    [Fact]
    public void A_seed_gives_the_same_weights_again_and_another_seed_gives_others()
    {
        byte[] Train(string file, string seed)
        {
            Assert.Equal(0, Run("--epochs", "1", "--seed", seed, "--weights", InFolder(file)).ExitCode);
            return File.ReadAllBytes(InFolder(file));
        }

        byte[] first = Train("first", "7");
        Assert.Equal(first, Train("again", "7"));
        Assert.NotEqual(first, Train("other", "8"));
    }

    [Fact]
    public void The_other_optimizer_and_all_other_settings_are_taken()
    {
        SampleProcess.Result result = Run(
            "--optimizer", "sgd", "--epochs", "1", "--batch-size", "100", "--learning-rate", "0.05", "--hidden", "16", "--weights", InFolder("w"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("perceptron 64-16-10", result.Output, StringComparison.Ordinal);
        Assert.Matches(LastLine(), result.LastLine);
        Assert.Equal(new Shape(64, 16), Safetensors.Read(InFolder("w"))["W1"].Shape);
    }

    [Theory]
    [InlineData("there is no option --epocs; --help lists them.", "--epocs", "3")]
    [InlineData("--epochs needs a value.", "--epochs")]
    [InlineData("--epochs is '0'; expected a whole number from 1 to 100000.", "--epochs", "0")]
    [InlineData("--batch-size is 'many'; expected a whole number from 1 to 1000000.", "--batch-size", "many")]
    [InlineData("--learning-rate is '-1'; expected a number above 0.", "--learning-rate", "-1")]
    [InlineData("--learning-rate is '0,1'; expected a number above 0.", "--learning-rate", "0,1")]
    [InlineData("--optimizer is 'lion'; expected sgd or adam.", "--optimizer", "lion")]
    public void A_bad_option_gives_one_sentence(string sentence, params string[] arguments)
    {
        SampleProcess.Result result = Run(arguments);

        Assert.Equal((2, sentence, ""), (result.ExitCode, result.Error.TrimEnd(), result.Output));
    }

    [Fact]
    public void Help_lists_the_options()
    {
        SampleProcess.Result result = Run("--help");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        foreach (string option in new[] { "--optimizer", "--epochs", "--batch-size", "--learning-rate", "--hidden", "--seed", "--data", "--weights" })
            Assert.Contains(option, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_data_gives_one_sentence() =>
        AssertRefused("train-images-idx3-ubyte", "there is no such file, nor one with .gz added");

    [Fact]
    public void A_truncated_file_gives_one_sentence()
    {
        CopyDigits();
        byte[] whole = File.ReadAllBytes(InFolder(Images));
        File.WriteAllBytes(InFolder(Images), whole[..(whole.Length / 2)]);
        SampleProcess.Result result = Run("--data", _folder);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Matches($@"^{Regex.Escape(InFolder(Images))}: the file is cut short: [^\n]*\.\r?\n$", result.Error);

        // Of two files of a name, the one that is not compressed is taken.
        byte[] plain = Unzip(whole);
        File.WriteAllBytes(InFolder("train-images-idx3-ubyte"), plain[..1000]);
        AssertRefused(
            "train-images-idx3-ubyte", "the file is cut short: the header promises 91968 bytes of data, for (1437, 8, 8), and 984 follow");
    }

    [Fact]
    public void A_file_that_is_no_data_gives_one_sentence()
    {
        CopyDigits();
        File.WriteAllText(InFolder(Labels), "<html>404</html>");
        AssertRefused(Labels, "the file begins with the bytes 3C 68; expected an IDX file, which begins with 00 00");
    }

    [Fact]
    public void Swapped_files_give_one_sentence()
    {
        CopyDigits();
        File.Move(InFolder(Images), InFolder("swap"));
        File.Move(InFolder(Labels), InFolder(Images));
        File.Move(InFolder("swap"), InFolder(Labels));
        AssertRefused(Images, "it holds UInt8 data of shape (1437); expected images (count, rows, columns): are images and labels swapped?");
    }

    [Fact]
    public void Labels_of_another_part_give_one_sentence()
    {
        CopyDigits();
        File.Copy(InFolder("t10k-labels-idx1-ubyte.gz"), InFolder(Labels), overwrite: true);
        AssertRefused(Labels, $"it holds 360 labels; expected 1437, one for each image of {Images}");
    }

    [Fact]
    public void Weights_that_cannot_be_saved_are_noticed_before_the_training()
    {
        string path = InFolder("no", "such", "folder", "w");
        SampleProcess.Result result = Run("--weights", path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"{path}: there is no folder {Path.GetDirectoryName(path)} to save the weights in.", result.Error.TrimEnd());
        Assert.DoesNotContain("epoch", result.Output, StringComparison.Ordinal);
    }

    private static byte[] Unzip(byte[] bytes)
    {
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private SampleProcess.Result Run(params string[] arguments) => SampleProcess.Run("digits.dll", _folder, arguments);

    private void AssertRefused(string file, string problem)
    {
        SampleProcess.Result result = Run("--data", _folder);
        Assert.Equal((1, $"{InFolder(file)}: {problem}.", ""), (result.ExitCode, result.Error.TrimEnd(), result.Output));
    }

    private void CopyDigits()
    {
        foreach (string file in Directory.GetFiles(Repository.PathTo("data", "digits"), "*.gz"))
            File.Copy(file, InFolder(Path.GetFileName(file)));
    }

    private string InFolder(params string[] names) => Path.Combine([_folder, .. names]);

    [GeneratedRegex(@"^test accuracy (\d+\.\d) %$")]
    private static partial Regex LastLine();
}
