namespace TypedTensors.Tests.Compiled;

/// <content>Convolutions and pooling.</content>
internal sealed partial class Expressions
{
    private Candidate Convolved()
    {
        // Images and weights in every declaration: a pack of dimensions may stand for more.
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        (int stride, int padding) = (random.Next(1, 3), random.Next(3));
        bool ceils = random.Next(2) == 0;
        string ceilMode = $"ceilMode: {(ceils ? "true" : "false")}";
        string image = $"Ops.Outer({a.Text}.Flatten(), {b.Text}.Flatten()).Unsqueeze(0)", weight = $"{c.Text}.Flatten().Reshape(-1, 1, 1, 1)";
        string line = $"{b.Text}.Flatten().Unsqueeze(0)", kernel = $"{c.Text}.Flatten().Reshape(1, 1, -1)";
        Tensor<double> Vector(Operand operand, int at) => Ops.Flatten(operand.Values[at]);
        Tensor<double> Image(int at) => Ops.Unsqueeze(Ops.Outer(Vector(a, at), Vector(b, at)), 0);
        Tensor<double> Weight(int at) => Ops.Reshape(Vector(c, at), -1, 1, 1, 1);
        Tensor<double> Line(int at) => Ops.Unsqueeze(Vector(b, at), 0);
        Tensor<double> Kernel(int at) => Ops.Reshape(Vector(c, at), 1, 1, -1);
        return random.Next(10) switch
        {
            0 => new($"Ops.Conv2d({image}, {weight}, padding: {padding})", at => Ops.Conv2d(Image(at), Weight(at), padding: padding)),
            1 => new($"{image}.Conv2d({weight}, {c.Text}.Flatten(), [1, {stride}])", at => Ops.Conv2d(Image(at), Weight(at), Vector(c, at), [1, stride])),
            2 => new($"Ops.Conv1d({line}, {kernel}, padding: 4, stride: {stride})", at => Ops.Conv1d(Line(at), Kernel(at), padding: 4, stride: stride)),
            3 => new($"{line}.Conv1d({kernel}, {c.Text}.Sum().Reshape(1), padding: 5)", at => Ops.Conv1d(Line(at), Kernel(at), Ops.Reshape(Ops.Sum(c.Values[at]), 1), padding: 5)),
            4 => new($"Ops.ConvTranspose1d({line}, {kernel}, {stride})", at => Ops.ConvTranspose1d(Line(at), Kernel(at), stride)),
            5 => new($"{image}.ConvTranspose2d({c.Text}.Flatten().Reshape(1, -1, 1, 1), stride: [{stride}, 1])", at => Ops.ConvTranspose2d(Image(at), Ops.Reshape(Vector(c, at), 1, -1, 1, 1), stride: [stride, 1])),
            6 => new($"Ops.MaxPool1d({line}, 2, stride: {stride}, {ceilMode})", at => Ops.MaxPool1d(Distinct(Line(at)), 2, stride: stride, ceilMode: ceils)),
            7 => new($"{line}.Unsqueeze(0).MaxPool2d([1, 2], [1, {stride}], {ceilMode})", at => Ops.MaxPool2d(Ops.Unsqueeze(Distinct(Line(at)), 0), [1, 2], [1, stride], ceilMode: ceils)),
            8 => new($"Ops.AvgPool2d({image}, {stride}, padding: 1, {ceilMode})", at => Ops.AvgPool2d(Image(at), stride, padding: 1, ceilMode: ceils)),
            _ => new($"{line}.AvgPool1d(2, {stride}, 1, false, {ceilMode})", at => Ops.AvgPool1d(Line(at), 2, stride, 1, false, ceils)),
        };
    }

    /// <summary>A line whose neighbours are told apart.</summary>
    private static Tensor<double> Distinct(Tensor<double> line)
    {
        Suitable.Apart(line[.., 1..], line[.., ..^1]);
        return line;
    }
}
