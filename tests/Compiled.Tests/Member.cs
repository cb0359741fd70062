using System.Reflection;

namespace TypedTensors.Tests.Compiled;

/// <summary>The forms of a generated member.</summary>
internal sealed class Member
{
    private readonly MethodInfo _fresh;
    private readonly MethodInfo? _withDestinations;

    private Member(MethodInfo[] forms)
    {
        _fresh = forms[0];
        _withDestinations = forms.ElementAtOrDefault(1);
    }

    public bool TakesDestinations => _withDestinations is not null;

    /// <summary>The member; null when the class has none of the name.</summary>
    public static Member? Find(Type type, string name)
    {
        MethodInfo[] forms = [.. type.GetMethods().Where(method => method.Name == name).OrderBy(static method => method.GetParameters().Length)];
        return forms.Length == 0 ? null : new Member(forms);
    }

    /// <summary>Why the member cannot be called; null when it can.</summary>
    public string? Refusal => _fresh.GetCustomAttribute<ObsoleteAttribute>()?.Message;

    /// <summary>What the method says on the tape, and what it gives.</summary>
    public static Tensor<double>[] Call(MethodInfo method, object[] arguments) =>
        CompiledProgram.Parts(method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));

    public Tensor<double>[] Fresh(object[] arguments) => Call(_fresh, arguments);

    /// <summary>Calls the form with destinations; gives what it returns besides.</summary>
    public Tensor<double>[] Into(object[] arguments, IEnumerable<Tensor<double>> destinations, bool? accumulate = null) =>
        Call(_withDestinations!, [.. arguments, .. destinations, .. accumulate is { } adds ? [adds] : (object[])[]]);
}
