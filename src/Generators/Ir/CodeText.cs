using System.Globalization;
using TypedTensors.Shapes;

namespace TypedTensors.Generators.Ir;

/// <summary>The intermediate code of a method as text, as assemblies carry it to others.</summary>
/// <remarks>
/// One line for each value, step and result; fields are separated by bars. The version changes with anything in the format or in what operations
/// mean; code of another version is not read.
/// </remarks>
internal static class CodeText
{
    public const int Version = 1;

    /// <summary>The text of a method's code; null when it reads something that other assemblies cannot.</summary>
    public static string? Write(MemberSpec member)
    {
        Function function = member.Function!;
        List<string> lines = [];
        foreach (Value value in function.Values)
        {
            string? definition = value.Definition switch
            {
                ReadDefinition { IsParameter: false } read when ParameterIndex(member, read.Expression) is >= 0 and int index => "argument|" + Text(index),
                ReadDefinition read => (read.IsParameter ? "parameter|" : "member|") + Escape(Unqualified(read.Expression)),
                NumberDefinition { Expression.ReadsHost: false } number => "number|" + Write(number.Expression),
                NumberDefinition number when ParameterIndex(member, number.Expression.Format) is >= 0 and int index => "argument|" + Text(index),
                ComputedDefinition => "computed|",
                _ => null,
            };
            if (definition is null)
                return null;
            string origin = value.Origin is { } source ? $"{Escape(source.Text)}|{source.Method}|{Text(source.Line)}" : "||";
            lines.Add($"v|{Escape(value.Name)}|{value.Element}|{Escape(Write(value.Shape))}|{definition}|{origin}");
        }

        foreach (Step step in function.Steps)
        {
            (string Kind, OperationReference Operation)? call = step switch
            {
                OperationStep { Epilogue: null } operation => ("call", operation.Operation),
                ViewStep view => ("view", view.Operation),
                ListStep list => ("list", list.Operation),
                _ => null,
            };
            if (call is not { } written || written.Operation.Arguments.Any(static argument => argument.ReadsHost))
                return null;
            OperationReference reference = written.Operation;
            string flags = Bits([reference.SavesInputs, reference.SavesResult, reference.TakesEpilogue, reference.GivesGradient]);
            lines.Add(string.Join(
                "|", "s", written.Kind, reference.Name, Text((int)reference.Kind), Escape(reference.Implementation), string.Join(";", reference.Arguments.Select(Write)),
                flags, Bits(reference.Differentiable), Bits(reference.Passes), Join(step.Inputs), Join(step.Outputs)));
        }

        lines.Add("r|" + Join(function.Results));
        return string.Join("\n", lines);
    }

    /// <summary>Reads code.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">Reads a shape in the names of the method.</param>
    /// <returns>The function, whose reads are <see cref="CarriedDefinition"/>s; null when the text is damaged.</returns>
    public static Function? Read(string text, Func<string, ShapeValue> shape)
    {
        try
        {
            FunctionBuilder function = new();
            int[] results = [];
            foreach (string line in text.Split('\n'))
            {
                string[] fields = line.Split('|');
                switch (fields[0])
                {
                    case "v":
                        Definition definition = fields[4] switch
                        {
                            "computed" => ComputedDefinition.Instance,
                            "number" => new NumberDefinition(ReadExpression(fields[5])),
                            _ => new CarriedDefinition(fields[4], Unescape(fields[5])),
                        };
                        Origin? origin = fields[7].Length == 0 ? null : new Origin(Unescape(fields[6]), fields[7], Number(fields[8]));
                        function.Add(new Value(Unescape(fields[1]), fields[2], shape(Unescape(fields[3])), definition, origin));
                        break;
                    case "s":
                        function.Steps.Add(ReadStep(fields));
                        break;
                    case "r":
                        results = Numbers(fields[1]);
                        break;
                }
            }

            return function.Build(results);
        }
        catch (Exception damaged) when (damaged is IndexOutOfRangeException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static Step ReadStep(string[] fields)
    {
        bool[] flags = ReadBits(fields[6]);
        OperationReference operation = new(
            fields[2], (ImplementationKind)Number(fields[3]), Unescape(fields[4]),
            fields[5].Length == 0 ? [] : [.. fields[5].Split(';').Select(ReadExpression)],
            flags[0], flags[1], [.. ReadBits(fields[7])], [.. ReadBits(fields[8])], IsPublic: true, TakesEpilogue: flags[2], GivesGradient: flags[3]);
        EquatableArray<int> inputs = [.. Numbers(fields[9])], outputs = [.. Numbers(fields[10])];
        return fields[1] switch
        {
            "view" => new ViewStep(operation, inputs, outputs),
            "list" => new ListStep(operation, inputs, outputs),
            _ => new OperationStep(operation, inputs, outputs),
        };
    }

    private static int ParameterIndex(MemberSpec member, string expression)
    {
        for (int i = 0; i < member.Parameters.Count; i++)
        {
            if (member.Parameters[i].Name == expression)
                return i;
        }

        return -1;
    }

    private static string Unqualified(string expression) => expression.StartsWith("this.", StringComparison.Ordinal) ? expression.Substring(5) : expression;

    private static string Write(ShapeValue shape)
    {
        string text = shape.ToString();
        return text.Substring(1, text.Length - 2);
    }

    private static string Write(HostExpression expression) => Escape(expression.Format) + ":" + Join(expression.Shapes);

    private static HostExpression ReadExpression(string text)
    {
        int colon = text.LastIndexOf(':');
        return new HostExpression(Unescape(text.Substring(0, colon)), [.. Numbers(text.Substring(colon + 1))], ReadsHost: false);
    }

    private static string Join(IEnumerable<int> numbers) => string.Join(",", numbers.Select(Text));

    private static int[] Numbers(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(Number)];

    private static string Bits(IEnumerable<bool> bits) => string.Concat(bits.Select(static bit => bit ? '1' : '0'));

    private static bool[] ReadBits(string text) => [.. text.Select(static bit => bit == '1')];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("|", "\\p").Replace(";", "\\s").Replace("\n", "\\n");

    private static string Unescape(string text)
    {
        System.Text.StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch { 'p' => '|', 's' => ';', 'n' => '\n', _ => text[i] });
        }

        return result.ToString();
    }
}
