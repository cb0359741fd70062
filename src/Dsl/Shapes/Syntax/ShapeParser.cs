using System.Globalization;
using TypedTensors.Dimensions;

namespace TypedTensors.Shapes.Syntax;

/// <summary>Parses a text of the shape language by recursive descent. The first mistake ends the parse: what follows it is not guessed at.</summary>
internal sealed class ShapeParser
{
    // Far beyond what anyone writes; it keeps every later recursion over the tree shallow.
    private const int MaxNodes = 400;

    private readonly string _text;
    private readonly Lexer _lexer;
    private Token _token;
    private int _previousEnd;
    private int _nodes;
    private SyntaxProblem? _problem;

    private ShapeParser(string text)
    {
        _text = text;
        _lexer = new Lexer(text);
        _token = _lexer.Next();
    }

    /// <summary>The items of a shape, or null and a problem.</summary>
    public static IReadOnlyList<SyntaxNode>? ParseShape(string text, out SyntaxProblem? problem) =>
        new ShapeParser(text).Whole(parser => parser.Shape(), out problem);

    /// <summary>A dimension expression, or null and a problem.</summary>
    public static SyntaxNode? ParseExpression(string text, out SyntaxProblem? problem) =>
        new ShapeParser(text).Whole(parser => parser.Expression(), out problem);

    /// <summary>A comparison, or null and a problem.</summary>
    public static FactSyntax? ParseFact(string text, out SyntaxProblem? problem) =>
        new ShapeParser(text).Whole(parser => parser.Comparison(), out problem);

    private T? Whole<T>(Func<ShapeParser, T?> parse, out SyntaxProblem? problem)
        where T : class
    {
        T? result = parse(this);
        if (result is not null && _token.Kind != TokenKind.End)
            result = Fail<T>(Unexpected("a comma or the end"));
        problem = _problem;
        return result;
    }

    private List<SyntaxNode>? Shape()
    {
        var items = new List<SyntaxNode>();
        if (_token.Kind == TokenKind.End)
            return items;
        PackSyntax? pack = null;
        do
        {
            if (items.Count > 0 && _token.Kind == TokenKind.End)
                return Fail<List<SyntaxNode>>("an item is missing after the last comma");
            int start = _token.Start;
            if (Item() is not SyntaxNode item)
                return null;
            if (item is PackSyntax second)
            {
                if (pack is not null)
                    return FailAt<List<SyntaxNode>>(start, second.Length, $"a shape has at most one pack; '{Text(pack)}' is already there");
                pack = second;
            }

            items.Add(item);
        }
        while (Accept(TokenKind.Comma));
        return items;
    }

    private SyntaxNode? Item()
    {
        Token first = _token;
        if (Accept(TokenKind.Hole))
            return new HoleSyntax(first.Start, first.Length);
        if (!Accept(TokenKind.Dots))
            return Expression();
        return Pack(first.Start);
    }

    private SyntaxNode? Pack(int start)
    {
        if (_token.Kind != TokenKind.Name)
            return new PackSyntax(start, 3, null);
        NameSyntax name = Name();
        if (_token.Kind != TokenKind.OpenParenthesis)
            return new PackSyntax(start, _previousEnd - start, name.Name);
        return Call(name) is CallSyntax call ? new SpliceSyntax(start, _previousEnd - start, call) : null;
    }

    private FactSyntax? Comparison()
    {
        if (Expression() is not SyntaxNode left)
            return null;
        Relation? relation = _token.Kind switch
        {
            TokenKind.Equal => Relation.Equal,
            TokenKind.NotEqual => Relation.NotEqual,
            TokenKind.Less => Relation.Less,
            TokenKind.LessOrEqual => Relation.LessOrEqual,
            TokenKind.Greater => Relation.Greater,
            TokenKind.GreaterOrEqual => Relation.GreaterOrEqual,
            _ => null,
        };
        if (relation is null)
            return Fail<FactSyntax>(Unexpected("a comparison: ==, !=, <, <=, > or >="));
        Advance();
        return Expression() is SyntaxNode right ? new FactSyntax(left.Start, _previousEnd - left.Start, left, relation.Value, right) : null;
    }

    private SyntaxNode? Expression() => Chain(Product, TokenKind.Plus, TokenKind.Minus);

    private SyntaxNode? Product() =>
        Chain(Unary, TokenKind.Star, TokenKind.Slash, TokenKind.FloorSlash, TokenKind.Percent);

    private SyntaxNode? Chain(Func<SyntaxNode?> operand, params TokenKind[] operators)
    {
        SyntaxNode? left = operand();
        while (left is not null && Array.IndexOf(operators, _token.Kind) >= 0)
        {
            TokenKind kind = _token.Kind;
            Advance();
            if (!Count() || operand() is not SyntaxNode right)
                return null;
            left = new BinarySyntax(left.Start, _previousEnd - left.Start, kind, left, right);
        }

        return left;
    }

    private SyntaxNode? Unary()
    {
        Token first = _token;
        if (!Accept(TokenKind.Minus))
            return Primary();
        if (!Count() || Unary() is not SyntaxNode operand)
            return null;
        return new NegateSyntax(first.Start, _previousEnd - first.Start, operand);
    }

    private SyntaxNode? Primary()
    {
        if (!Count())
            return null;
        Token first = _token;
        switch (first.Kind)
        {
            case TokenKind.Number:
                Advance();
                return long.TryParse(Text(first), NumberStyles.None, CultureInfo.InvariantCulture, out long value)
                    ? new NumberSyntax(first.Start, first.Length, value)
                    : FailAt<SyntaxNode>(first.Start, first.Length, "the number is too large");
            case TokenKind.Name:
                NameSyntax name = Name();
                return _token.Kind == TokenKind.OpenParenthesis ? Call(name) : name;
            case TokenKind.OpenParenthesis:
                Advance();
                SyntaxNode? inner = Expression();
                if (inner is null || !Expect(TokenKind.CloseParenthesis, "')'"))
                    return null;
                return inner with { Start = first.Start, Length = _previousEnd - first.Start };
            case TokenKind.Hole:
                return Fail<SyntaxNode>($"'{Text(first)}' stands for a whole size and cannot be part of an expression");
            case TokenKind.Dots:
                return Fail<SyntaxNode>("a pack cannot be part of an expression");
            default:
                return Fail<SyntaxNode>(Unexpected("a size"));
        }
    }

    private CallSyntax? Call(NameSyntax name)
    {
        Advance();
        var arguments = new List<SyntaxNode>();
        if (_token.Kind != TokenKind.CloseParenthesis)
        {
            do
            {
                Token first = _token;
                if ((Accept(TokenKind.Dots) ? Pack(first.Start) : Expression()) is not SyntaxNode argument)
                    return null;
                arguments.Add(argument);
            }
            while (Accept(TokenKind.Comma));
        }

        return Expect(TokenKind.CloseParenthesis, "')'") ? new CallSyntax(name.Start, _previousEnd - name.Start, name, arguments) : null;
    }

    private NameSyntax Name()
    {
        Token token = _token;
        Advance();
        return new NameSyntax(token.Start, token.Length, Text(token));
    }

    private bool Accept(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool Expect(TokenKind kind, string what) => Accept(kind) || Fail<object>(Unexpected(what)) is not null;

    private void Advance()
    {
        _previousEnd = _token.Start + _token.Length;
        _token = _lexer.Next();
    }

    private bool Count() => ++_nodes <= MaxNodes || Fail<object>("the expression is too long") is not null;

    private string Unexpected(string expected) => _token.Kind switch
    {
        TokenKind.End => $"{expected} is missing at the end",
        TokenKind.Stray => $"'{Text(_token)}' does not belong to the shape language",
        _ => $"{expected} is missing before '{Text(_token)}'",
    };

    private string Text(Token token) => _text.Substring(token.Start, token.Length);

    private string Text(SyntaxNode node) => _text.Substring(node.Start, node.Length);

    private T? Fail<T>(string message)
        where T : class => FailAt<T>(_token.Start, _token.Length, message);

    private T? FailAt<T>(int start, int length, string message)
        where T : class
    {
        _problem ??= new SyntaxProblem(start, length, message);
        return null;
    }
}
