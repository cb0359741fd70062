namespace TypedTensors.Tests.Devices;

public class DeviceTests
{
    static DeviceTests() => Device.Register(new MemoryBackend("memory", 2));

    private static Device Memory { get; } = Device.Parse("memory:1");

    [Theory]
    [InlineData("cpu", "cpu", 0, "cpu")]
    [InlineData("cpu:0", "cpu", 0, "cpu")]
    [InlineData("cuda", "cuda", 0, "cuda:0")]
    [InlineData("cuda:3", "cuda", 3, "cuda:3")]
    public void Names_are_read_and_written(string text, string kind, int index, string name)
    {
        Device device = Device.Parse(text);

        Assert.Equal((kind, index, name), (device.Kind, device.Index, device.ToString()));
        Assert.Equal(device, Device.Parse(name));
        Assert.Equal(kind == "cpu", device == Device.Cpu);
        Assert.Equal(kind == "cuda", device == Device.Cuda(index));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CUDA")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:1:2")]
    [InlineData("cuda:99999999999")]
    [InlineData(" cpu")]
    public void What_is_no_name_is_refused(string text)
    {
        Assert.False(Device.TryParse(text, out _));
        Assert.Equal(
            $"Device: \"{text}\" names no device; a name is a kind in small letters and perhaps an index, as cpu, cuda and cuda:0",
            Assert.Throws<FormatException>(() => Device.Parse(text)).Message);
    }

    [Fact]
    public void Tensors_are_created_on_the_processor_and_stay_where_they_are()
    {
        Tensor<float> x = Tensor.Ones<float>(2, 3).RequireGrad();

        Assert.Equal(Device.Cpu, x.Device);
        Assert.Equal(default, x.Device);
        Assert.Same(x, x.To(Device.Cpu));
        Assert.Equal("cpu", $"{x.Device}");
    }

    [Fact]
    public void A_device_that_is_not_there_is_named_with_those_that_are()
    {
        Assert.False(Device.Cuda().IsAvailable);
        Assert.False(Device.Parse("cpu:1").IsAvailable);
        Assert.False(Device.Parse("memory:2").IsAvailable);
        Assert.True(Device.Cpu.IsAvailable && Memory.IsAvailable);
        Assert.Equal(
            "To: there is no device cuda:0 for the tensor (2, 2); available: cpu, memory:0, memory:1",
            Assert.Throws<DeviceException>(() => Tensor.Ones<float>(2, 2).To(Device.Parse("cuda"))).Message);
        Assert.Equal("cpu", $"{(Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu)}");
    }

    [Fact]
    public void A_tensor_on_a_device_is_a_copy_of_shape_and_elements()
    {
        Tensor<int> x = Tensor.Arange<int>(6).Reshape(2, 3);

        Tensor<int> there = x.T.To(Memory);
        x.AsSpan()[0] = 7;

        Assert.Equal(Memory, there.Device);
        Assert.Equal(new Shape(3, 2), there.Shape);
        Assert.True(there.IsContiguous);
        Assert.Same(there, there.To(Memory));
        Assert.Equal([0, 3, 1, 4, 2, 5], there.To(Device.Cpu).ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], there.To(Device.Parse("memory:0")).To(Device.Cpu).ToArray());
        Assert.Equal("tensor([[0, 3],\n        [1, 4],\n        [2, 5]], device='memory:1', dtype=int)", there.ToString());
    }

    [Fact]
    public void Scalars_empty_tensors_and_windows_are_copied()
    {
        Assert.Equal(3, Tensor.Scalar(3.0).To(Memory).To(Device.Cpu).Item());
        Assert.Equal(new Shape(2, 0), Tensor.Zeros<float>(2, 0).To(Memory).To(Device.Cpu).Shape);
        Tensor<int> window = Tensor.Arange<int>(12).Reshape(3, 4).To(Memory)[1.., 1..3].T;
        Assert.Equal([5, 9, 6, 10], window.To(Device.Cpu).ToArray());
    }

    [Fact]
    public void The_processor_does_not_compute_with_what_lies_elsewhere()
    {
        Tensor<float> there = Tensor.Ones<float>(2).To(Memory);

        foreach (Action action in new Action[] { () => Ops.Exp(there), () => there.ToArray(), () => there.At(0), () => _ = there + Tensor.Ones<float>(2) })
        {
            Assert.Equal(
                "the tensor lies on memory:1, where this cannot be done; copy it to the processor: x.To(Device.Cpu)",
                Assert.ThrowsAny<InvalidOperationException>(action).Message);
        }

        Assert.Equal(
            "To: the tensor (2) requires a gradient, of which the memory knows nothing; Detach() it first",
            Assert.Throws<InvalidOperationException>(() => Tensor.Ones<float>(2).RequireGrad().To(Memory)).Message);
    }

    [Fact]
    public void Memory_goes_with_its_tensors()
    {
        MemoryBackend backend = new("passing", 1);
        Device.Register(backend);
        Allocate();
        for (int i = 0; i < 10 && backend.Live > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, backend.Live);
        backend.Hide();

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        void Allocate()
        {
            Tensor<float> there = Tensor.Ones<float>(100).To(Device.Parse("passing"));
            Assert.Equal(1, backend.Live);
            GC.KeepAlive(there);
        }
    }

    [Fact]
    public void A_kind_is_registered_once()
    {
        Assert.Equal(
            "Device: there is a backend for memory already",
            Assert.Throws<ArgumentException>(() => Device.Register(new MemoryBackend("memory", 1))).Message.Split(" (")[0]);
        Assert.Equal(
            "Device: \"cpu\" cannot be the kind of a backend; a kind is written in small letters, and cpu is taken",
            Assert.Throws<ArgumentException>(() => Device.Register(new MemoryBackend("cpu", 1))).Message.Split(" (")[0]);
    }
}
