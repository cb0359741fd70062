namespace TypedTensors.Tests.Agreement;

/// <content>Convolutions and pooling.</content>
internal sealed partial class Expressions
{
    private Candidate Convolved()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        (int stride, int padding, int groups) = (random.Next(8) == 0 ? 0 : random.Next(1, 3), random.Next(10) == 0 ? -1 : random.Next(3), random.Next(4) == 0 ? 2 : 1);
        bool ceils = random.Next(2) == 0;
        string ceilMode = $"ceilMode: {(ceils ? "true" : "false")}";
        int[] pair = [random.Next(1, 3), random.Next(1, 3)];
        switch (random.Next(10))
        {
            case 0:
                return new($"Ops.Conv1d({a.Text}, {b.Text}, padding: {padding})", () => Ops.Conv1d(a.Value, b.Value, padding: padding));
            case 1:
                return new($"{a.Text}.Conv1d({b.Text}, {c.Text}, {stride}, {padding}, groups: {groups})", () => Ops.Conv1d(a.Value, b.Value, c.Value, stride, padding, groups: groups));
            case 2:
                return new($"Ops.Conv2d({a.Text}, {b.Text}, padding: {padding})", () => Ops.Conv2d(a.Value, b.Value, padding: padding));
            case 3:
                return new($"{a.Text}.Conv2d({b.Text}, {c.Text}, [{List(pair)}], [{padding}])", () => Ops.Conv2d(a.Value, b.Value, c.Value, pair, [padding]));
            case 4:
                return new($"Ops.ConvTranspose1d({a.Text}, {b.Text}, {stride}, {padding})", () => Ops.ConvTranspose1d(a.Value, b.Value, stride, padding));
            case 5:
                return new($"{a.Text}.ConvTranspose2d({b.Text}, dilation: [{List(pair)}], groups: {groups})", () => Ops.ConvTranspose2d(a.Value, b.Value, dilation: pair, groups: groups));
            case 6:
                return Convolved(a, 1 + random.Next(3));
            case 7:
                return new($"Ops.MaxPool1d({a.Text}, {stride + 1}, padding: {padding}, {ceilMode})", () => Ops.MaxPool1d(a.Value, stride + 1, padding: padding, ceilMode: ceils));
            case 8:
                return random.Next(2) == 0
                    ? new($"{a.Text}.MaxPool2d([{List(pair)}], padding: [{padding}], {ceilMode})", () => Ops.MaxPool2d(a.Value, pair, padding: [padding], ceilMode: ceils))
                    : new($"{a.Text}.MaxPool2d({stride}, dilation: 2, {ceilMode})", () => Ops.MaxPool2d(a.Value, stride, dilation: 2, ceilMode: ceils));
            default:
                return random.Next(2) == 0
                    ? new($"Ops.AvgPool1d({a.Text}, {stride}, 1, {padding}, false, {ceilMode})", () => Ops.AvgPool1d(a.Value, stride, 1, padding, false, ceils))
                    : new($"Ops.AvgPool2d({a.Text}, 2, stride: {stride} + 1, {ceilMode})", () => Ops.AvgPool2d(a.Value, 2, stride: stride + 1, ceilMode: ceils));
        }
    }

    /// <summary>Weights that mostly fit.</summary>
    private Candidate Convolved(Operand a, int size)
    {
        int channels = a.Rank >= 3 && random.Next(8) > 0 ? a.Sizes[^3] : Size();
        Tensor<float> weight = Tensor.Ones<float>(2, channels, size, 1);
        return new($"{a.Text}.Conv2d(Tensor.Ones<float>(2, {channels}, {size}, 1), stride: 2)", () => Ops.Conv2d(a.Value, weight, stride: 2));
    }
}
