using TypedTensors.Data;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Images
{
    public static readonly Chapter Chapter = new("images", "Images and their files", Grey, Colours, Centred, Standardized, IdxFiles);

    private static Tensor<byte> Image => Tensor.From(new byte[,] { { 0, 51 }, { 102, 255 } });

    private static void Grey()
    {
        Cell("Bytes of a grey image become a plane of numbers from 0 to 1");
        Show(new ToTensor().Apply(Image));
    }

    private static void Colours()
    {
        Cell("The colours of a pixel become planes");
        var image = Tensor.From(new byte[,,] { { { 0, 20, 40 }, { 60, 80, 100 } }, { { 120, 140, 160 }, { 180, 200, 220 } } });
        Show(new ToTensor().Apply(image));
    }

    private static void Centred()
    {
        Cell("Two steps as one: to numbers, and to the range from -1 to 1");
        var transform = Compose.Of(new ToTensor(), new Normalize(0.5f, 0.5f));
        Show(transform);
        Show(transform.Apply(Image));
    }

    private static void Standardized()
    {
        Cell("The mean and deviation of MNIST taken out");
        Show(Compose.Of(new ToTensor(), new Normalize(0.1307f, 0.3081f)).Apply(Image));
    }

    private static void IdxFiles()
    {
        // Nothing is downloaded: Mnist.Load reads the four files from a folder.
        Cell("The container of MNIST's files");
        var images = Read("AAAIAwAAAAIAAAADAAAABAALFiEsN0JNWGNueYSPmqWwu8bR3Ofy/Q==");
        Show(Tensor.From<byte>(images.Bytes, [.. images.Sizes]));
        var labels = Read("AAAIAQAAAAIHAw==");
        Show(Tensor.From<byte>(labels.Bytes, [.. labels.Sizes]));
    }

    private static IdxFile Read(string base64) => IdxFile.Read(new MemoryStream(Convert.FromBase64String(base64)), "cell");
}
