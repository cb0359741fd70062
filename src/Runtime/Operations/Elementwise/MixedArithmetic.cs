namespace TypedTensors;

/// <summary>
/// Arithmetic of tensors with different element types, where C# converts numbers implicitly and no digit can be lost: <c>float</c> with <c>double</c>,
/// <c>int</c> with <c>long</c> or <c>double</c>. The narrower tensor is converted. Any other mixture is an error of the compiler; write <c>x.To&lt;float&gt;()</c>.
/// </summary>
/// <remarks>Compiled methods know operations of one element type: there the conversion is written, <c>x.To&lt;double&gt;() * y</c>.</remarks>
public static class MixedArithmetic
{
    extension(Tensor<float>)
    {
        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator +(Tensor<float> left, Tensor<double> right) => Ops.Add(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator +(Tensor<double> left, Tensor<float> right) => Ops.Add(left, right.To<double>());

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator -(Tensor<float> left, Tensor<double> right) => Ops.Subtract(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator -(Tensor<double> left, Tensor<float> right) => Ops.Subtract(left, right.To<double>());

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator *(Tensor<float> left, Tensor<double> right) => Ops.Multiply(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator *(Tensor<double> left, Tensor<float> right) => Ops.Multiply(left, right.To<double>());

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator /(Tensor<float> left, Tensor<double> right) => Ops.Divide(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator /(Tensor<double> left, Tensor<float> right) => Ops.Divide(left, right.To<double>());
    }

    extension(Tensor<int>)
    {
        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator +(Tensor<int> left, Tensor<long> right) => Ops.Add(left.To<long>(), right);

        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator +(Tensor<long> left, Tensor<int> right) => Ops.Add(left, right.To<long>());

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator -(Tensor<int> left, Tensor<long> right) => Ops.Subtract(left.To<long>(), right);

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator -(Tensor<long> left, Tensor<int> right) => Ops.Subtract(left, right.To<long>());

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator *(Tensor<int> left, Tensor<long> right) => Ops.Multiply(left.To<long>(), right);

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator *(Tensor<long> left, Tensor<int> right) => Ops.Multiply(left, right.To<long>());

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator /(Tensor<int> left, Tensor<long> right) => Ops.Divide(left.To<long>(), right);

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<long> operator /(Tensor<long> left, Tensor<int> right) => Ops.Divide(left, right.To<long>());
    }

    extension(Tensor<int>)
    {
        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator +(Tensor<int> left, Tensor<double> right) => Ops.Add(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Add{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator +(Tensor<double> left, Tensor<int> right) => Ops.Add(left, right.To<double>());

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator -(Tensor<int> left, Tensor<double> right) => Ops.Subtract(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator -(Tensor<double> left, Tensor<int> right) => Ops.Subtract(left, right.To<double>());

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator *(Tensor<int> left, Tensor<double> right) => Ops.Multiply(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator *(Tensor<double> left, Tensor<int> right) => Ops.Multiply(left, right.To<double>());

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator /(Tensor<int> left, Tensor<double> right) => Ops.Divide(left.To<double>(), right);

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [return: Shape("broadcast(left, right)")]
        public static Tensor<double> operator /(Tensor<double> left, Tensor<int> right) => Ops.Divide(left, right.To<double>());
    }
}
