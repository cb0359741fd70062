namespace TypedTensors.Tests.Agreement;

/// <summary>
/// Generates programs by running them: an expression that throws is kept now and then and ends its program, so that both
/// verdicts occur often and long programs occur as well.
/// </summary>
public sealed class ProgramGenerator(int seed)
{
    private const int MaxStatements = 10;
    private const double KeepThrowing = 0.4;
    private const int MaxElements = 2000;

    private readonly Random _random = new(seed);

    /// <summary>Expressions that a kernel refuses although the declared rule finds nothing wrong; the runtime says so by an exception of its own.</summary>
    public List<string> Contradictions { get; } = [];

    public GeneratedProgram Next()
    {
        List<Operand> operands = [];
        List<string> statements = [];
        int length = _random.Next(3, MaxStatements + 1);
        while (statements.Count < length)
        {
            Expressions expressions = new(_random, operands);
            Candidate candidate = operands.Count < 2 || _random.Next(6) == 0 ? expressions.Factory() : expressions.Operation();
            string statement = $"var t{statements.Count} = {candidate.Text};";
            try
            {
                Tensor<float> value = candidate.Evaluate();
                if (value.ElementCount > MaxElements || value.Rank > 6)
                    continue;
                AssertWritten(value, statement);
                operands.Add(new Operand($"t{statements.Count}", value));
                statements.Add(statement);
            }
            catch (ShapeException)
            {
                if (_random.NextDouble() >= KeepThrowing)
                    continue;
                statements.Add(statement);
                break;
            }
            catch (Exception valueAtFault) when (valueAtFault is ArgumentOutOfRangeException or MatrixException)
            {
                // Not a shape: a class index where there are no classes, a singular matrix.
            }
            catch (InvalidOperationException contradiction)
            {
                Contradictions.Add(contradiction.Message);
            }
        }

        return new GeneratedProgram(statements, [.. operands.Select(operand => operand.Value.Shape)]);
    }

    /// <summary>The elements really are there: as many as the shape says, each of them written by the kernel.</summary>
    private static void AssertWritten(Tensor<float> value, string statement)
    {
        float[] elements = value.ToArray();
        Assert.True(elements.Length == value.ElementCount, statement);
        Assert.DoesNotContain(elements, element => BitConverter.SingleToInt32Bits(element) == FreshMemory.Pattern);
    }
}
