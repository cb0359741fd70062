using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Devices
{
    public static readonly Chapter Chapter = new("devices", "Devices", Where, OnTheProcessor, Choice, Missing);

    private static void Where()
    {
        Cell("Where a tensor lies");
        Show(Tensor.Zeros<float>(2).Device);
    }

    private static void OnTheProcessor()
    {
        // Tensors are created on the processor, and copied from there.
        Cell("A tensor sent to where it is remains itself");
        var points = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        Show(points.To(Device.Parse("cpu")) == points);
        Show(Tensor.From([1f]).Device);
    }

    private static void Choice()
    {
        // A package brings such devices; this sample has none, so its tensors stay on the processor.
        Cell("A graphics processor where there is one");
        var device = Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu;
        Show(device);
    }

    private static void Missing()
    {
        Cell("A device that is not there");
        var points = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        ShowRefusal(() => points.To(Device.Cuda()));
    }
}
