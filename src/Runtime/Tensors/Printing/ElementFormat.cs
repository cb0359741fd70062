using System.Globalization;

namespace TypedTensors;

/// <summary>How the elements of one tensor are written: alike, and in columns of one width.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class ElementFormat<T>
    where T : unmanaged
{
    private readonly int _precision;
    private readonly bool _isScientific;
    private readonly bool _isWhole = true;

    /// <summary>Chooses the format for the elements that are shown.</summary>
    public ElementFormat(ReadOnlySpan<T> shown, PrintOptions options)
    {
        _precision = options.Precision;
        if (!IsFloatingPoint)
        {
            foreach (T element in shown)
                Width = Math.Max(Width, Plain(element).Length);
            return;
        }

        double smallest = double.PositiveInfinity, largest = 0;
        foreach (T element in shown)
        {
            double magnitude = Math.Abs(ToDouble(element));
            if (magnitude == 0 || !double.IsFinite(magnitude))
                continue;
            _isWhole &= double.IsInteger(magnitude);
            smallest = Math.Min(smallest, magnitude);
            largest = Math.Max(largest, magnitude);
        }

        if (largest == 0)
            return;
        bool isWide = largest / smallest > 1000 || largest > 1e8 || (smallest < 1e-4 && !_isWhole);

        // PyTorch's columns have the width of the notation that the range asks for, even where the options ask for the other one.
        _isScientific = isWide;
        foreach (T element in shown)
        {
            double value = ToDouble(element);
            if (value != 0 && double.IsFinite(value))
                Width = Math.Max(Width, Text(value).Length);
        }

        _isScientific = options.Scientific switch
        {
            ScientificNotation.Always => true,
            ScientificNotation.Never => false,
            _ => isWide,
        };
    }

    /// <summary>The width of a column. What is not finite may be wider, as in PyTorch.</summary>
    public int Width { get; } = 1;

    private static bool IsFloatingPoint =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half) || typeof(T) == typeof(BFloat16);

    /// <summary>An element as it stands in its column.</summary>
    public string Aligned(T element) => Text(element).PadLeft(Width);

    /// <summary>An element without padding.</summary>
    public string Text(T element) => IsFloatingPoint ? Text(ToDouble(element)) : Plain(element);

    private static string Plain(T element) =>
        element is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : element.ToString() ?? "";

    private static double ToDouble(T element) => element switch
    {
        float value => value,
        double value => value,
        Half value => (double)value,
        BFloat16 value => value,
        _ => throw new InvalidOperationException($"{typeof(T).Name} is not a floating-point type."),
    };

    private string Text(double value) =>
        _isScientific ? NumberText.Scientific(value, _precision)
        : !_isWhole ? NumberText.Fixed(value, _precision)
        : NumberText.Fixed(value, 0) + (double.IsFinite(value) ? "." : "");
}
