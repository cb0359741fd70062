using System.Collections;

namespace TypedTensors.Nn;

/// <summary>Modules one after the other, each applied to the result of the one before it.</summary>
/// <remarks>
/// The modules are known at run time only, so their shapes meet when it is applied, and it runs on the tape. A model that names its sub-models as members is checked while you
/// type, and compiled. Parameters are named by the positions of their modules: <c>0.Weight</c>.
/// </remarks>
public sealed class Sequential : IModule, IReadOnlyList<IModule>
{
    private readonly IModule[] _modules;
    private ModelState<float>? _state;

    /// <summary>Chains modules. The same one may stand at several places, which then share its parameters.</summary>
    /// <param name="modules">The modules, the one that is applied first at the beginning.</param>
    /// <exception cref="ArgumentException">A module is null.</exception>
    public Sequential(params IModule[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        int missing = Array.IndexOf(modules, null);
        if (missing >= 0)
            throw new ArgumentException($"Sequential: module {missing} of {modules.Length} is null", nameof(modules));
        _modules = [.. modules];
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Length;

    /// <inheritdoc/>
    public ModelParameters<float> Parameters => ModelState<float>.Of(this, ref _state).Parameters;

    /// <summary>One of the modules.</summary>
    /// <param name="index">Its position.</param>
    public IModule this[int index] => _modules[index];

    /// <summary>The modules applied one after the other; without modules the tensor itself.</summary>
    /// <param name="x">What the first module takes.</param>
    /// <returns>What the last module gives.</returns>
    /// <exception cref="ShapeException">A module does not take what the one before it gives; the message names it.</exception>
    public Tensor<float> Forward(Tensor<float> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        for (int i = 0; i < _modules.Length; i++)
        {
            try
            {
                x = _modules[i].Forward(x);
            }
            catch (ShapeException mismatch) when (_modules[i] is not Sequential)
            {
                string source = i == 0 ? "the input" : $"the result of module {i - 1}, {_modules[i - 1]},";
                throw new ShapeException($"Sequential: module {i}, {_modules[i]}, does not take {source} {x.Shape}: {mismatch.Message}");
            }
        }

        return x;
    }

    /// <inheritdoc/>
    public void Declare(ModelDeclaration<float> model)
    {
        for (int i = 0; i < _modules.Length; i++)
            model.Child($"{i}", _modules[i]);
    }

    /// <inheritdoc/>
    public IEnumerator<IModule> GetEnumerator() => _modules.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The modules as PyTorch prints them.</summary>
    public override string ToString() => ModuleText.Sequential(_modules);
}
