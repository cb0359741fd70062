using System.Globalization;

namespace TypedTensors.Generators.Ir;

/// <summary>A C# expression over the host's numbers and the shapes of values, evaluated while a call is planned.</summary>
/// <param name="Format">The expression; <c>{0}</c>, <c>{1}</c>, ... stand for the shapes of values. Braces of C# itself are doubled.</param>
/// <param name="Shapes">The values whose shapes are read.</param>
/// <param name="IsConstant">Whether it is a constant of the language, the same for every call and in every assembly.</param>
internal sealed record HostExpression(string Format, EquatableArray<int> Shapes, bool IsConstant)
{
    public static HostExpression Constant(string text) => new(Escape(text), [], IsConstant: true);

    public static HostExpression Variable(string text) => new(Escape(text), [], IsConstant: false);

    public static HostExpression ShapeOf(int value, string member) => new("{0}" + Escape(member), [value], IsConstant: false);

    /// <summary>Joins expressions with text around them: as many texts as expressions, and one more.</summary>
    public static HostExpression Join(IReadOnlyList<string> texts, IReadOnlyList<HostExpression> parts)
    {
        List<int> shapes = [];
        string format = Escape(texts[0]);
        for (int i = 0; i < parts.Count; i++)
        {
            string[] holes = [.. parts[i].Shapes.Select((_, index) => Hole(shapes.Count + index))];
            format += string.Format(CultureInfo.InvariantCulture, parts[i].Format.Replace("{{", "{{{{").Replace("}}", "}}}}"), holes) + Escape(texts[i + 1]);
            shapes.AddRange(parts[i].Shapes);
        }

        return new HostExpression(format, [.. shapes], parts.All(static part => part.IsConstant));
    }

    /// <summary>The expression with the shapes as they are called where it is written.</summary>
    public string Write(Func<int, string> shapeOf) =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. Shapes.Select(shapeOf)]);

    /// <summary>The same expression over other values.</summary>
    public HostExpression Renumber(Func<int, int> value) => this with { Shapes = [.. Shapes.Select(value)] };

    private static string Hole(int index) => "{" + index.ToString(CultureInfo.InvariantCulture) + "}";

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}
