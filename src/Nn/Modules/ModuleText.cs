using System.Globalization;
using System.Text;

namespace TypedTensors.Nn;

/// <summary>Modules as PyTorch prints them, as tensors are.</summary>
internal static class ModuleText
{
    public static string Linear(int inFeatures, int outFeatures, bool hasBias) =>
        $"Linear(in_features={inFeatures}, out_features={outFeatures}, bias={(hasBias ? "True" : "False")})";

    /// <summary>A convolution; what has its usual value is left out.</summary>
    public static string Conv2d(int inChannels, int outChannels, Pair kernel, Pair stride, Pair padding, Pair dilation, int groups, bool hasBias)
    {
        StringBuilder text = new($"Conv2d({inChannels}, {outChannels}, kernel_size={kernel}, stride={stride}");
        if (padding != 0)
            text.Append($", padding={padding}");
        if (dilation != 1)
            text.Append($", dilation={dilation}");
        if (groups != 1)
            text.Append($", groups={groups}");
        if (!hasBias)
            text.Append(", bias=False");
        return text.Append(')').ToString();
    }

    /// <summary>A number as Python prints it, which has two digits of an exponent at least, and no exponent from -4 on.</summary>
    public static string Number(double value) =>
        value.ToString(value != 0 && Math.Abs(value) < 1e-4 ? "0.################e-00" : "0.0################", CultureInfo.InvariantCulture);

    /// <summary>One integer where it stands for both dimensions.</summary>
    public static string Short(Pair pair) => pair.Height == pair.Width ? $"{pair.Height}" : pair.ToString();

    /// <summary>Modules one below the other, those inside them further to the right.</summary>
    public static string Sequential(IReadOnlyList<IModule> modules) => modules.Count == 0
        ? "Sequential()"
        : $"Sequential(\n{string.Concat(modules.Select((module, i) => $"  ({i}): {$"{module}".Replace("\n", "\n  ")}\n"))})";
}
