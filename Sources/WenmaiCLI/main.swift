import Wenmai
