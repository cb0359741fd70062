using System.Reflection;
using System.Runtime.CompilerServices;
using TypedTensors.UserOperations;

namespace TypedTensors.Tests.Declarations;

/// <summary>What holds for every declared operation, of the library and of a user's assembly.</summary>
public sealed class DeclarationTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Names => [.. Declarations.Select(method => method.Name)];

    public static TheoryData<string> LibraryNames => [.. Declarations.Where(method => method.DeclaringType == typeof(Ops)).Select(method => method.Name)];

    private static IReadOnlyList<MethodInfo> Declarations { get; } =
    [
        .. from assembly in (Assembly[])[typeof(Ops).Assembly, typeof(OuterOperation).Assembly]
           from type in assembly.GetTypes()
           from method in type.GetMethods(Everything)
           where method.IsDefined(typeof(OperationAttribute)) && !type.Name.Contains('<')
           orderby method.Name
           select method,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsWellFormed(string name)
    {
        MethodInfo method = Find(name);
        OperationContract contract = OperationContract.Of(method.DeclaringType!, name);
        Assert.Equal(name, contract.Name);
        Assert.True(contract.Signature.IsDeclared);
        Assert.Empty(contract.Signature.Problems);
        int results = method.ReturnType.IsAssignableTo(typeof(ITuple)) ? method.ReturnType.GenericTypeArguments.Length : 1;
        Assert.Equal(results, contract.Signature.Apply([.. method.GetParameters().Select(_ => new Signatures.UnknownArgument())], Dimensions.Facts.None, null, new()).Results.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheImplementationKnowsItsDeclaration(string name)
    {
        MethodInfo method = Find(name);
        Type implementation = method.GetCustomAttribute<OperationAttribute>()!.Implementation;
        Assert.True(implementation.IsValueType);
        if (implementation.IsGenericTypeDefinition)
        {
            implementation = implementation.MakeGenericType(
            [
                .. from parameter in implementation.GetGenericArguments()
                   let isInteger = parameter.GetGenericParameterConstraints().Any(constraint => constraint.Name.StartsWith("IBinaryInteger", StringComparison.Ordinal))
                   select isInteger ? typeof(int) : typeof(float),
            ]);
        }

        var contract = (OperationContract)implementation.GetProperty("Contract", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Assert.Equal(name, contract.Name);
        Assert.Equal(method.GetCustomAttribute<OperationAttribute>()!.Saves, contract.Saves);
    }

    [Fact]
    public void EveryFormCallsAnOperationWithItsParameters()
    {
        foreach (MemberInfo form in typeof(Ops).Assembly.GetTypes().Where(type => !type.Name.Contains('<')).SelectMany(type => type.GetMembers(Everything)))
        {
            if (form.GetCustomAttribute<FormOfAttribute>() is not { } attribute)
                continue;
            MethodInfo operation = Declarations.Single(method => method.DeclaringType == attribute.DeclaringType && method.Name == attribute.Method);
            string[] declared = [.. operation.GetParameters().Select(parameter => parameter.Name!)];
            ParameterInfo[] own = form is MethodInfo method ? method.GetParameters() : ((PropertyInfo)form).GetIndexParameters();
            Assert.All(own, parameter => Assert.True(declared.Contains(parameter.Name), $"{form.DeclaringType!.Name}.{form}: {attribute.Method} has no parameter {parameter.Name}"));
        }
    }

    /// <summary>
    /// The declared rule and the kernel's own computation of the shape are independent: they must refuse the same arguments and
    /// agree on every result, and every gradient must have the shape of what it is the gradient of.
    /// </summary>
    [Theory]
    [MemberData(nameof(LibraryNames))]
    public void TheRuleAndTheKernelAgree(string name)
    {
        Func<Random, Sample> draw = OperationSamples.Table.GetValueOrDefault(name)
            ?? throw new InvalidOperationException($"{nameof(OperationSamples)} has no random calls of {name}.");
        OperationContract contract = OperationContract.Of(typeof(Ops), name);
        Random random = new(MassTests.Seed);
        int accepted = 0;
        int count = MassTests.Count(10_000);
        for (int i = 0; i < count; i++)
        {
            Sample sample = draw(random);
            string call = $"{name}({string.Join(", ", RuntimeArguments.Describe(sample.Arguments))})";
            Signatures.CallOutcome outcome = contract.Signature.Apply(
                [.. sample.Arguments.Select(RuntimeArguments.ToArgument)], Dimensions.Facts.None, ambient: null, new());
            Tensor[] results;
            try
            {
                results = sample.Run();
            }
            catch (ShapeException refusal)
            {
                Assert.True(outcome.Mismatch is not null, $"{call} is refused, but the rule finds nothing wrong: {refusal.Message}");
                Assert.Equal(outcome.Mismatch.Message, refusal.Message);
                continue;
            }
            catch (ArgumentOutOfRangeException) when (outcome.Mismatch is null)
            {
                // A value that does not fit, which no shape tells.
                continue;
            }

            accepted++;
            Assert.True(outcome.Mismatch is null, $"{call} runs, but the rule refuses it: {outcome.Mismatch?.Message}");
            Assert.True(outcome.Unproved.Count == 0, $"{call}: the rule leaves open that {string.Join(", ", outcome.Unproved)}");
            string sizes = string.Join("; ", results.Select(result => result.Sizes)), byRule = string.Join("; ", outcome.Results);
            Assert.True(byRule == sizes, $"{call} gives {sizes}, by the rule {byRule}");
            foreach (Tensor result in results)
                CheckGradients(sample, result, call);
        }

        Assert.True(accepted > count / 10, $"Only {accepted} of {count} calls of {name} fit.");
    }

    private static void CheckGradients(Sample sample, Tensor result, string call)
    {
        if (result is not Tensor<double> { RequiresGrad: true } differentiable)
            return;
        differentiable.Backward(Tensor.OnesLike(differentiable), retainGraph: true);
        IEnumerable<Tensor<double>> inputs = sample.Arguments.SelectMany(argument => argument as IEnumerable<Tensor<double>> ?? (argument is Tensor<double> one ? [one] : []));
        foreach (Tensor<double> input in inputs.Where(input => input.RequiresGrad))
            Assert.True(input.Grad?.Shape == input.Shape, $"{call}: the gradient of {input.Shape} is {input.Grad?.Shape.ToString() ?? "missing"}");
    }

    private static MethodInfo Find(string name) => Declarations.Single(method => method.Name == name);
}
