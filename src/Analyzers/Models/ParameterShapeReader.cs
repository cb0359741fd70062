using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;
using TypedTensors.Signatures;
using CallSyntax = TypedTensors.Shapes.Syntax.CallSyntax;
using SyntaxNode = TypedTensors.Shapes.Syntax.SyntaxNode;

namespace TypedTensors.Analyzers.Models;

/// <summary>Reads the texts of a parameter, and finds what cannot be computed when the model is created.</summary>
internal sealed class ParameterShapeReader(ContractReader contracts, IPropertySymbol property)
{
    /// <summary>The place of a problem that lies in a fact of the class and not in the shape.</summary>
    public const string Facts = "where";

    private readonly INamedTypeSymbol _class = property.ContainingType;
    private readonly HashSet<string> _dimensions = [.. ModelDimension.Of(contracts.Known, property.ContainingType).Select(static dimension => dimension.Name)];
    private readonly List<ParameterShapeProblem> _problems = [];
    private int _argument;

    public IReadOnlyList<ParameterShapeProblem> Problems => _problems;

    /// <summary>The sizes that an item gives; the text has been found to be a shape.</summary>
    public IEnumerable<Dimension> ReadItem(int argument, string text)
    {
        _argument = argument;
        foreach (SyntaxNode node in ShapeParser.ParseShape(text, out _) ?? [])
        {
            Check(node);
            yield return StaticDimension.Of(node, text);
        }
    }

    /// <summary>The value of a fan in; null when it is broken.</summary>
    public Dimension? ReadFanIn(string text)
    {
        _argument = ParameterShapeProblem.FanIn;
        int before = _problems.Count;
        Signature signature = Signature.Parse(
            property.Name, [], new ResultDeclaration([], text), [.. AnnotationReader.Facts(contracts.Known, _class)], contracts.AmbientOf(_class));
        _problems.AddRange(signature.Problems
            .Where(static problem => problem.Place != Facts)
            .Select(static problem => new ParameterShapeProblem(ParameterShapeProblem.FanIn, problem.Problem)));
        if (_problems.Count > before || ShapeParser.ParseExpression(text, out _) is not { } node)
            return null;
        Check(node);
        return StaticDimension.Of(node, text);
    }

    private void Check(SyntaxNode node)
    {
        switch (node)
        {
            case NameSyntax name when !_dimensions.Contains(name.Name):
                Fail(name, contracts.AmbientOf(_class).Contains(name.Name)
                    ? $"generated code cannot read '{name.Name}', which only a constructor's parameter or a private member of a base class gives: keep it in a [Dim] property of {_class.Name}"
                    : $"'{name.Name}' is not a dimension of {_class.Name}: mark a parameter of its primary constructor, a property or a field with [Dim]");
                break;
            case PackSyntax:
                Fail(node, "a parameter has a fixed number of dimensions: write them one by one instead of '...'");
                break;
            case HoleSyntax:
                Fail(node, "every size of a parameter is computed when its model is created: write an expression instead");
                break;
            case NegateSyntax negate:
                Check(negate.Operand);
                break;
            case BinarySyntax binary:
                Check(binary.Left);
                Check(binary.Right);
                break;
            case CallSyntax { Primitive.Name: "min" or "max" } extremum:
                foreach (SyntaxNode argument in extremum.Arguments)
                    Check(argument);
                break;
            case CallSyntax call:
                FailRule(call);
                break;
            case SpliceSyntax splice:
                FailRule(splice.Call);
                break;
        }
    }

    private void FailRule(CallSyntax call) =>
        Fail(call, $"'{call.Primitive.Name}' is a rule for the shapes of tensors: a size of a parameter is arithmetic over constants and dimensions");

    private void Fail(SyntaxNode node, string message) =>
        _problems.Add(new ParameterShapeProblem(_argument, new SyntaxProblem(node.Start, node.Length, message)));
}
