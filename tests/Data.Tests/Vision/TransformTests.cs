using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>The numbers are those of torchvision 0.14.</summary>
public class TransformTests
{
    private static readonly Tensor<byte> Grey = Tensor.From<byte>([0, 51, 102, 255], 2, 2);

    [Fact]
    public void A_grey_image_gets_one_channel_and_numbers_from_0_to_1()
    {
        Tensor<float> image = new ToTensor().Apply(Grey);

        Assert.Equal(new Shape(1, 2, 2), image.Shape);
        Assert.Equal([0, 0.2f, 0.4f, 1], image.ToArray());
    }

    [Fact]
    public void Channels_come_first()
    {
        Tensor<byte> image = Tensor.From<byte>([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220], 2, 2, 3);
        float[] expected = [0, 0.23529412f, 0.47058824f, 0.7058824f, 0.078431375f, 0.3137255f, 0.54901963f, 0.78431374f, 0.15686275f, 0.39215687f, 0.627451f, 0.8627451f];

        Tensor<float> result = new ToTensor().Apply(image);

        Assert.Equal(new Shape(3, 2, 2), result.Shape);
        Assert.Equal(expected, result.ToArray());
        Assert.Equal(new ToTensor().Apply(Tensor.From(image.Transpose(0, 1).ToArray(), 2, 2, 3)).ToArray(), new ToTensor().Apply(image.Transpose(0, 1)).ToArray());
    }

    [Fact]
    public void Channels_are_shifted_and_scaled()
    {
        Assert.Equal([-1, -0.6f, -0.19999999f, 1], Compose.Of(new ToTensor(), new Normalize([0.5f], [0.5f])).Apply(Grey).ToArray());
        Assert.Equal([-0.42421296f, 0.22492696f, 0.8740668f, 2.8214867f], Compose.Of(new ToTensor(), new Normalize(0.1307f, 0.3081f)).Apply(Grey).ToArray());
        Tensor<float> image = Tensor.Arange<float>(8).Reshape(2, 2, 2);
        Assert.Equal([-1, 0, 1, 2, 0, 0.5f, 1, 1.5f], new Normalize([1, 4], [1, 2]).Apply(image).ToArray());
        Assert.Equal([-1, 0, 1, 2, 3, 4, 5, 6], new Normalize(1, 1).Apply(image).ToArray());
        Assert.Equal(7, image.At(1, 1, 1));
    }

    [Fact]
    public void Steps_are_printed_as_PyTorch_prints_them() => Assert.Equal(
        "Compose(\n    ToTensor()\n    Normalize(mean=[0.1307, 0.5], std=[0.3081, 1.0])\n)",
        Compose.Of(new ToTensor(), new Normalize([0.1307f, 0.5f], [0.3081f, 1])).ToString());

    [Fact]
    public void Images_of_other_shapes_are_refused()
    {
        Assert.Equal(
            "ToTensor: an image is (height, width) or (height, width, channels), not (4)",
            Assert.Throws<ShapeException>(() => new ToTensor().Apply(Tensor.Zeros<byte>(4))).Message);
        Assert.Equal(
            "Normalize: an image is (channels, height, width), not (2, 2)",
            Assert.Throws<ShapeException>(() => new Normalize(0, 1).Apply(Tensor.Zeros<float>(2, 2))).Message);
        Assert.Equal(
            "Normalize: 3 means and standard deviations do not fit an image (1, 2, 2) with 1 channels",
            Assert.Throws<ShapeException>(() => new Normalize([0, 0, 0], [1, 1, 1]).Apply(Tensor.Zeros<float>(1, 2, 2))).Message);
    }

    [Fact]
    public void Numbers_that_cannot_be_divided_by_are_refused()
    {
        Assert.Equal(
            "Normalize: 2 means and 1 standard deviations were given; give one of each for each channel",
            Assert.Throws<ArgumentException>(() => new Normalize([0, 0], [1])).Message);
        Assert.StartsWith(
            "Normalize: the standard deviation of channel 1 is 0; it has to be finite and above 0",
            Assert.Throws<ArgumentException>(() => new Normalize([0, 0], [1, 0])).Message);
        Assert.StartsWith(
            "Normalize: the mean of channel 0 is NaN; it has to be finite",
            Assert.Throws<ArgumentException>(() => new Normalize(float.NaN, 1)).Message);
        Assert.StartsWith("Compose: step 1 is null", Assert.Throws<ArgumentException>(() => Compose.Of(new ToTensor(), [null!])).Message);
    }
}
