namespace TypedTensors.Tests.Compiled;

/// <summary>Writes the statements of a method.</summary>
internal sealed class BodyWriter(Random random, string name, IEnumerable<Operand> parameters, IReadOnlyList<Mask> conditions, Number? factor, bool declaresHelpers, bool isHelper = false)
{
    private const int Attempts = 60;

    private readonly List<Operand> _operands = [.. parameters];
    private readonly List<Mask> _masks = [.. conditions];
    private readonly List<string> _statements = [];
    private readonly List<string> _helpers = [];
    private int _locals;

    public IReadOnlyList<string> Statements => _statements;

    /// <summary>The methods that the statements call.</summary>
    public IReadOnlyList<string> Helpers => _helpers;

    /// <summary>Adds a statement; false when none was found.</summary>
    public bool TryStatement() => random.Next(isHelper ? 10 : 14) switch
    {
        0 => TryCompound(),
        1 => TryDeconstruction(),
        2 => TryTuple(),
        3 => TryMask(),
        10 or 11 => TryHelper(),
        _ => TryDeclaration(),
    };

    /// <summary>An expression of one element that depends on several variables.</summary>
    public Result? TryScalar(ParameterList list)
    {
        if (random.Next(5) == 0 && Draw(at => _operands[^1].Values[at].Rank > 0 ? _operands[^1].Values[at] : throw new UnsuitableException()) is not null)
        {
            Operand logits = _operands[^1];
            string target = list.AddTarget("target", logits).Name;
            Tensor<int>[] targets = [.. list.All[^1].Arguments.Cast<Tensor<int>>()];
            return new Result($"Ops.CrossEntropy({logits.Text}, {target})", [[.. logits.Values.Select((value, at) => Ops.CrossEntropy(value, targets[at]))]]);
        }

        Operand[] terms = [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => i < 3 ? _operands[^Math.Min(i + 1, _operands.Count)] : _operands[random.Next(_operands.Count)])];
        bool[] isMean = [.. terms.Select(_ => random.Next(2) == 0)];
        string text = string.Join(" + ", terms.Select((term, i) => isMean[i] ? $"Ops.Mean({term.Text} * {term.Text})" : $"{term.Text}.Sum()"));
        return Draw(at => terms.Select((term, i) => isMean[i] ? Ops.Mean(term.Values[at] * term.Values[at]) : Ops.Sum(term.Values[at])).Aggregate(static (sum, term) => sum + term)) is { } values
            ? new Result(text, [values]) : null;
    }

    /// <summary>One or two variables, or an expression.</summary>
    public Result? TryResult()
    {
        switch (random.Next(isHelper ? 2 : 4))
        {
            case 0 when TryExpression() is { } expression:
                return new Result(expression.Text, [expression.Values]);
            case 3:
                (Operand a, Operand b) = (_operands[^1], _operands[random.Next(_operands.Count)]);
                return new Result($"({a.Text}, {b.Text})", [a.Values, b.Values]);
            default:
                return new Result(_operands[^1].Text, [_operands[^1].Values]);
        }
    }

    private bool TryDeclaration()
    {
        if (TryExpression() is not { } expression)
            return false;
        Declare(Local("t"), expression);
        return true;
    }

    private void Declare(string local, Operand expression)
    {
        _statements.Add($"{(random.Next(2) == 0 ? "var" : "Tensor<double>")} {local} = {expression.Text};");
        _operands.Add(expression with { Text = local });
    }

    private bool TryCompound()
    {
        int target = random.Next(_operands.Count);
        Operand variable = _operands[target];
        if (variable.Text.Contains('.'))
            return TryDeclaration();
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Operand other = _operands[random.Next(_operands.Count)];
            bool isSum = random.Next(2) == 0;
            if (Draw(at => isSum ? variable.Values[at] + other.Values[at] : variable.Values[at] * other.Values[at]) is not { } values)
                continue;
            _statements.Add($"{variable.Text} {(isSum ? "+=" : "*=")} {other.Text};");
            _operands.RemoveAt(target);
            _operands.Add(variable with { Values = values });
            return true;
        }

        return false;
    }

    private bool TryDeconstruction()
    {
        if (_operands.Count(static operand => !operand.Text.Contains('.')) > 1 && random.Next(2) == 0)
        {
            Operand[] pair = [.. _operands.Where(static operand => !operand.Text.Contains('.')).OrderBy(_ => random.Next()).Take(2)];
            _statements.Add($"({pair[0].Text}, {pair[1].Text}) = ({pair[1].Text}, {pair[0].Text});");
            _operands[_operands.IndexOf(pair[0])] = pair[0] with { Values = pair[1].Values };
            _operands[_operands.IndexOf(pair[1])] = pair[1] with { Values = pair[0].Values };
            return true;
        }

        if (TryExpression() is not { } first || TryExpression() is not { } second)
            return false;
        (string a, string b) = (Local("t"), Local("t"));
        _statements.Add($"(Tensor<double> {a}, var {b}) = ({first.Text}, {second.Text});");
        _operands.AddRange([first with { Text = a }, second with { Text = b }]);
        return true;
    }

    private bool TryTuple()
    {
        if (TryExpression() is not { } first || TryExpression() is not { } second)
            return false;
        string pair = Local("pair");
        bool isNamed = random.Next(2) == 0;
        _statements.Add(isNamed ? $"var {pair} = (First: {first.Text}, Second: {second.Text});" : $"var {pair} = ({first.Text}, {second.Text});");
        _operands.AddRange([first with { Text = $"{pair}.{(isNamed ? "First" : "Item1")}" }, second with { Text = $"{pair}.Item2" }]);
        return true;
    }

    private bool TryMask()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            (string text, Func<int, Tensor<bool>> evaluate) = new Expressions(random, _operands, _masks, factor).Comparison();
            try
            {
                Mask mask = new(Local("mask"), [.. Enumerable.Range(0, Sizes.Bindings).Select(evaluate)]);
                _statements.Add($"Tensor<bool> {mask.Text} = {text};");
                _masks.Add(mask);
                return true;
            }
            catch (Exception exception) when (exception is ShapeException or UnsuitableException)
            {
                continue;
            }
        }

        return false;
    }

    /// <summary>Calls another annotated method with one or two variables.</summary>
    private bool TryHelper()
    {
        Operand[] arguments = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => _operands[random.Next(_operands.Count)])];
        string[] names = ["left", "right"];
        string helper = $"{name}Part{_helpers.Count}";
        Operand[] inner = [.. arguments.Select((argument, i) => argument with { Text = names[i] })];
        BodyWriter body = new(random, helper, inner, [], null, declaresHelpers: false, isHelper: true);
        int statements = random.Next(1, 4);
        for (int i = 0; i < statements; i++)
        {
            if (!body.TryStatement())
                return false;
        }

        if (body.TryResult() is not { } result)
            return false;
        bool isPair = random.Next(3) == 0;
        Operand second = body._operands[0];
        string parameterList = string.Join(", ", inner.Select(argument =>
            (declaresHelpers && random.Next(2) == 0 && Sizes.TextOf([.. argument.Values.Select(static value => value.Shape)]) is { } shape ? $"[Shape(\"{shape}\")] " : "") + "Tensor<double> " + argument.Text));
        string attribute = random.Next(2) == 0 ? "Compiled" : "Differentiable";
        string type = isPair ? "(Tensor<double> One, Tensor<double> Other)" : "Tensor<double>";
        string returned = isPair ? $"({result.Text}, {second.Text})" : result.Text;
        _helpers.Add(body._statements.Count == 0
            ? $"    [{attribute}] private static {type} {helper}({parameterList}) => {returned};"
            : string.Join("\n", [$"    [{attribute}] private static {type} {helper}({parameterList})", "    {", .. body._statements.Select(static line => "        " + line), $"        return {returned};", "    }"]));
        string call = $"{helper}({string.Join(", ", arguments.Select(static argument => argument.Text))})";
        if (!isPair)
        {
            Declare(Local("t"), new Operand(call, result.Values[0]));
            return true;
        }

        (string a, string b) = (Local("t"), Local("t"));
        _statements.Add($"var ({a}, {b}) = {call};");
        _operands.AddRange([new Operand(a, result.Values[0]), second with { Text = b }]);
        return true;
    }

    private Operand? TryExpression()
    {
        List<Operand> operands = [.. _operands];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Candidate candidate = new Expressions(random, operands, _masks, factor).Next();
            if (Draw(candidate.Evaluate) is not { } values)
                continue;
            if (random.Next(5) > 0)
                return new Operand(candidate.Text, values);

            // The expression becomes a part of the next one, perhaps.
            operands.Add(new Operand($"({candidate.Text})", values));
        }

        return null;
    }

    private static Tensor<double>[]? Draw(Func<int, Tensor<double>> evaluate)
    {
        try
        {
            return [.. Enumerable.Range(0, Sizes.Bindings).Select(at => Suitable.Moderate(evaluate(at)))];
        }
        catch (Exception exception) when (exception is ShapeException or UnsuitableException)
        {
            return null;
        }
    }

    private string Local(string prefix) => prefix + (++_locals);

    /// <summary>What a method returns.</summary>
    /// <param name="Text">The expression.</param>
    /// <param name="Values">For each tensor its values for each binding.</param>
    internal sealed record Result(string Text, Tensor<double>[][] Values);
}
