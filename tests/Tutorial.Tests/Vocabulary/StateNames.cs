using TypedTensors.Nn;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Vocabulary;

/// <summary>The steps of the cases that change tensors, gradients or memory, or run other steps.</summary>
internal static class StateNames
{
    public static IReadOnlyDictionary<string, Action<StateStep>> Table { get; } = new Dictionary<string, Action<StateStep>>
    {
        ["backward"] = step => step.Operand.Backward(step.In.Length > 1 ? step.Names.Tensor(step.In[1]!) : null),
        ["retain_grad"] = step => step.Operand.RetainGrad(),
        ["requires_grad_"] = step =>
        {
            // What requires a gradient goes on doing so; C# code takes another tensor over the memory.
            if (!step.Step.Has("value") || step.Step.Flag("value"))
                step.Operand.RequireGrad();
            else
                step.Target = step.Operand.Detach();
        },
        ["detach"] = step => step.Result = step.Operand.Detach(),
        ["grad"] = step => step.Result = step.Operand.Grad,
        ["set_grad_none"] = step => ForEach(step, operand => operand.ForgetGrad()),
        ["zero_grad"] = step => ForEach(step, operand => operand.ZeroGrad()),
        ["no_grad"] = step =>
        {
            using (Ops.NoGrad())
                step.RunBody();
        },
        ["loop"] = step =>
        {
            for (int i = 0; i < step.Step.Integer("times"); i++)
                step.RunBody();
        },
        ["loop_while_norm_lt"] = step =>
        {
            while (Ops.Norm(ElementTypes.Convert<double>(step.Operand.Detach())).Item() < step.Step.Number("value"))
                step.RunBody();
        },
        ["record"] = step =>
        {
            if (!step.Names.Traces.TryGetValue(step.Out[0], out List<Tensor>? trace))
                step.Names.Traces.Add(step.Out[0], trace = []);
            trace.Add(Operand.Of(step.Operand.Detach()).Clone());
            step.Result = OperationNames.Find("stack")(new Step(trace, default))[0];
        },
        ["snapshot"] = step => step.Names.Remember(step.Out[0], step.In[0]!),
        ["add_"] = step => Change(step, (x, other) => x.AddInPlace(other), "add"),
        ["sub_"] = step => Change(step, (x, other) => x.SubtractInPlace(other, step.Step.Number("alpha", 1)), "sub"),
        ["mul_"] = step => Change(step, (x, other) => x.MultiplyInPlace(other), "mul"),
        ["sub_data_"] = step =>
        {
            using (Ops.NoGrad())
                step.Operand.SubtractInPlace(step.Other, step.Step.Number("alpha", 1));
        },
        ["copy_"] = step => step.Operand.CopyFrom(step.Other),
        ["t_"] = step => step.Target = step.Operand.Transposed,
        ["scatter_"] = step =>
        {
            Tensor index = step.Names.Tensor(step.In[1]!);
            Tensor source = step.In.Length > 2 ? step.Names.Tensor(step.In[2]!) : Tensor.Full(step.Step.Number("value"), Operand.Of(index).Shape.Sizes);
            step.Operand.CopyFrom(OperationNames.Find("scatter")(new Step([step.Tensor, index, source], step.Attributes))[0]);
        },
        ["add_out"] = step =>
        {
            // The shape of a tensor never changes: a destination of another shape is another tensor.
            Tensor sum = OperationNames.Find("add")(new Step([step.Tensor, step.Other], default))[0];
            if (Operand.Of(sum).Shape == step.Names.Operand(step.In[2]!).Shape)
                step.Names.Operand(step.In[2]!).CopyFrom(sum);
            else
                step.Names[step.In[2]!] = sum;
        },
        ["sgd_step"] = step =>
        {
            string key = string.Join(' ', step.In);
            if (!step.Names.Optimizers.TryGetValue(key, out Optimizer? optimizer))
            {
                Step settings = step.Step;
                optimizer = new Sgd(
                    step.In.Select(name => step.Names.Tensor(name!)), settings.Number("lr"), settings.Number("momentum", 0), settings.Number("dampening", 0),
                    settings.Flag("nesterov"), settings.Number("weight_decay", 0));
                step.Names.Optimizers.Add(key, optimizer);
            }

            optimizer.Step();
        },
        ["item"] = step => step.Result = step.Operand.Item(),
        ["as_array"] = step => step.Result = step.Operand.AsHostArray(),
        ["from_array"] = step => step.Result = step.Names.Array(step.In[0]!).Share(),
        ["array_ones"] = step => step.Result = HostArray.Create(Tensor.Ones<double>(step.Step.Integers("shape")), step.Step.Text("dtype")!),
        ["array"] = step => step.Result = HostArray.Create(OperationVocabulary.Find("tensor")(new Step([], step.Attributes))[0], step.Step.Text("dtype")!),
        ["array_add_"] = step => step.Names.Array(step.In[0]!).Add(step.Step.Number("other")),
        ["tensor_copy_of_array"] = step => step.Result = step.Names.Array(step.In[0]!).Copy(),
        ["storage"] = step => step.Result = step.Operand.FlatStorage(),
    };

    private static void ForEach(StateStep step, Action<Operand> action)
    {
        foreach (Operand operand in step.Operands)
            action(operand);
    }

    /// <summary>Changes the first argument in place; or, where the tape has computed it, gives its name to what the operation computes anew.</summary>
    private static void Change(StateStep step, Action<Operand, Tensor> inPlace, string operation)
    {
        if (!step.Interpreter.Rebinds || step.Operand is not { RequiresGrad: true, IsLeaf: false } || Autograd.Recording.IsPaused)
        {
            inPlace(step.Operand, step.Other);
            return;
        }

        Tensor other = OperationNames.Find("mul")(new Step([step.Other, Tensor.Scalar(step.Step.Number("alpha", 1))], default))[0];
        step.Target = OperationNames.Find(operation)(new Step([step.Tensor, other], default))[0];
    }
}
