using Mistakes;
using TypedTensors;

BroadcastSum.Run();
BroadcastProduct.Run(args.Length);
WrongArgument.Run();
CellsThatFail.Run();
Console.WriteLine(WrongInnerSizes.Head(Tensor.Ones<float>(2, 7), Tensor.Ones<float>(10, 7)));
Console.WriteLine(LossOfEveryPair.Loss(Tensor.Ones<float>(7), Tensor.Ones<float>(7, 1)));
Console.WriteLine(WrongReturn.Energy(Tensor.Ones<float>(7, 2)));
