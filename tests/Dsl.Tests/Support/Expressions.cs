using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using TypedTensors.Dimensions;

namespace TypedTensors.Tests.Support;

/// <summary>An expression before any simplification: what the normal form is compared with.</summary>
internal abstract record Expression
{
    public abstract Dimension Build();

    /// <summary>The value by plain arithmetic; null where a division is by zero or less, or not exact.</summary>
    public abstract BigInteger? Evaluate(Func<string, long> sizes);

    public abstract IEnumerable<Expression> Parts { get; }
}

internal sealed record NumberExpression(long Value) : Expression
{
    public override IEnumerable<Expression> Parts => [];

    public override Dimension Build() => Dimension.Constant(Value);

    public override BigInteger? Evaluate(Func<string, long> sizes) => Value;

    public override string ToString() => Value.ToString();
}

internal sealed record NameExpression(string Name) : Expression
{
    public override IEnumerable<Expression> Parts => [];

    public override Dimension Build() => Dimension.Of(new Symbol(Name, SymbolKind.Rigid));

    public override BigInteger? Evaluate(Func<string, long> sizes) => sizes(Name);

    public override string ToString() => Name;
}

internal sealed record OperatorExpression(string Operator, Expression Left, Expression Right) : Expression
{
    public override IEnumerable<Expression> Parts => [Left, Right];

    public override Dimension Build()
    {
        Dimension left = Left.Build(), right = Right.Build();
        return Operator switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => Dimension.ExactDivide(left, right),
            "//" => Dimension.FloorDivide(left, right),
            "%" => Dimension.Remainder(left, right),
            "min" => Dimension.Min(left, right),
            _ => Dimension.Max(left, right),
        };
    }

    public override BigInteger? Evaluate(Func<string, long> sizes)
    {
        if (Left.Evaluate(sizes) is not BigInteger left || Right.Evaluate(sizes) is not BigInteger right)
            return null;
        if (Operator is "/" or "//" or "%" && right <= 0)
            return null;
        BigInteger remainder = Operator is "/" or "//" or "%" ? ((left % right) + right) % right : 0;
        return Operator switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => remainder == 0 ? left / right : null,
            "//" => (left - remainder) / right,
            "%" => remainder,
            "min" => BigInteger.Min(left, right),
            _ => BigInteger.Max(left, right),
        };
    }

    public override string ToString() => $"({Left} {Operator} {Right})";
}

internal static class Expressions
{
    public static readonly string[] Names = ["a", "b", "h", "n"];

    private static readonly string[] Operators = ["+", "+", "-", "*", "*", "/", "//", "%", "min", "max"];

    public static Gen<Expression> Any { get; } = Gen.Sized(size => Of(Math.Min(size, 14), Operators));

    public static Gen<Expression> Small { get; } = Gen.Sized(size => Of(Math.Min(size, 5), Operators));

    public static Gen<Expression> Polynomials { get; } = Gen.Sized(size => Of(Math.Min(size, 14), ["+", "-", "*"]));

    public static IEnumerable<Expression> Shrink(Expression expression)
    {
        foreach (Expression part in expression.Parts)
            yield return part;
        if (expression is OperatorExpression node)
        {
            foreach (Expression left in Shrink(node.Left))
                yield return node with { Left = left };
            foreach (Expression right in Shrink(node.Right))
                yield return node with { Right = right };
        }
    }

    /// <summary>Random sizes for the names.</summary>
    public static Func<string, long> Sizes(Random random, int limit = 9)
    {
        var sizes = Names.ToDictionary(name => name, _ => (long)random.Next(limit));
        return name => sizes[name];
    }

    private static Gen<Expression> Of(int size, string[] operators)
    {
        Gen<Expression> leaf = Gen.Frequency(
            (3, Gen.Elements(Names).Select(name => (Expression)new NameExpression(name))),
            (2, Gen.Choose(0, 6).Select(value => (Expression)new NumberExpression(value))));
        if (size <= 1)
            return leaf;
        Gen<Expression> node =
            from chosen in Gen.Elements(operators)
            from left in Of(size / 2, operators)
            from right in Of(size / 2, operators)
            select (Expression)new OperatorExpression(chosen, left, right);
        return Gen.Frequency((1, leaf), (4, node));
    }
}
